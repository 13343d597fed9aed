#!/bin/sh
# 绩效表助手：装进 WPS 表格，或卸载（Linux、macOS）。Puts the add-in into WPS Spreadsheets, or takes it out.
#
#   sh install.sh                安装或更新
#   sh install.sh --uninstall    卸载
#   sh install.sh --dir DIR      指定 jsaddons 目录
#
# 只改 publish.xml 里自己的一条，其余逐字节不动；改前留备份。算法与 src/install/publish-xml.ts 相同。

set -u
LC_ALL=C
export LC_ALL

NAME='@NAME@'
VERSION='@VERSION@'
# 联网安装的地址；离线安装时为空
URL='@URL@'

say() { printf '%s\n' "$1"; }
stop() {
  printf '%s\n' "$1" >&2
  exit 1
}

mode=install
dir=
while [ $# -gt 0 ]; do
  case $1 in
    --uninstall) mode=uninstall ;;
    --dir)
      [ $# -gt 1 ] || stop '--dir 后面要写目录。 / --dir needs a folder.'
      dir=$2
      shift
      ;;
    *) stop "不认识的参数 $1；可用 --uninstall、--dir 目录。 / Unknown argument $1." ;;
  esac
  shift
done

if [ -z "$dir" ]; then
  case $(uname -s) in
    Darwin) dir=$HOME/Library/Containers/com.kingsoft.wpsoffice.mac/Data/.kingsoft/wps/jsaddons ;;
    *) dir=$HOME/.local/share/Kingsoft/wps/jsaddons ;;
  esac
fi
file=$dir/publish.xml
[ -L "$file" ] && stop "$file 是链接，没有改动：请改用 --dir 指定它所在的目录。 / It is a link and was not touched."
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
folder=${NAME}_$VERSION

if [ -n "$URL" ]; then
  entry="<jspluginonline name=\"$NAME\" type=\"et\" url=\"$URL\"/>"
else
  entry="<jsplugin name=\"$NAME\" type=\"et\" url=\"$folder\" version=\"$VERSION\" enable=\"enable_dev\"/>"
fi

# 按权限位判断：管理员账号对只读文件也写得进去，但那不是设成只读的人的意思。
writable() {
  case $(ls -ld "$1" | cut -c3) in
    w) [ -w "$1" ] ;;
    *) return 1 ;;
  esac
}

if [ -e "$file" ]; then
  [ -f "$file" ] && [ -r "$file" ] || stop "读不了 $file，没有改动。 / It cannot be read; nothing was changed."
  writable "$file" || stop "$file 是只读的，没有改动：请先取消只读，或请管理员安装。 / It is read-only; nothing was changed."
elif [ "$mode" = uninstall ]; then
  say '没有安装过，不需要卸载。 / It was not installed.'
  exit 0
fi
if [ -d "$dir" ]; then
  writable "$dir" || stop "$dir 不能写入，没有改动：请管理员安装。 / The folder cannot be written to; nothing was changed."
else
  mkdir -p "$dir" || stop "建不了目录 $dir。 / The folder could not be made."
fi
if [ "$mode" = install ] && [ -z "$URL" ]; then
  [ -f "$here/$folder/index.html" ] || stop "找不到 $here/$folder：请把压缩包完整解开再运行。 / Unpack the whole archive first."
fi

new=$(mktemp "$dir/publish.XXXXXX") || stop "$dir 不能写入，没有改动。 / The folder cannot be written to."
trap 'rm -f "$new" "$new.in"' EXIT HUP INT TERM
# awk 读不到结尾：补一个记号，读完去掉。
{
  if [ -e "$file" ]; then cat "$file"; fi
  printf '\001'
} >"$new.in" || stop '读不了 publish.xml，没有改动。'

PERF_MODE=$mode PERF_NAME=$NAME PERF_ENTRY=$entry awk '
  function refuse(code) { refused = code; exit code }
  function bare(part) {
    gsub(/&([A-Za-z]+|#[0-9]+|#x[0-9A-Fa-f]+);/, "", part)
    return index(part, "&") > 0
  }
  function blank(part) { return part !~ /[^ \t\r\n]/ }
  function back(at, space) {
    while (at > 1 && index(space, substr(text, at - 1, 1)) > 0) at--
    return at
  }
  function nameOf(attributes, found, quote) {
    if (!match(attributes, /[ \t\r\n]name[ \t\r\n]*=[ \t\r\n]*("[^"<]*"|\047[^\047<]*\047)/)) return "\002"
    found = substr(attributes, RSTART, RLENGTH)
    quote = substr(found, length(found), 1)
    return substr(found, index(found, quote) + 1, length(found) - index(found, quote) - 1)
  }
  BEGIN { RS = "\001" }
  NR == 1 { text = $0 }
  END {
    if (refused) exit refused
    name = ENVIRON["PERF_NAME"]; entry = ENVIRON["PERF_ENTRY"]
    bom = substr(text, 1, 3) == "\357\273\277" ? 3 : 0
    if (blank(substr(text, bom + 1))) {
      if (ENVIRON["PERF_MODE"] == "install")
        printf "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<jsplugins>\n  %s\n</jsplugins>\n", entry
      else printf "%s", text
      exit 0
    }
    at = bom + 1; depth = 0; count = 0; start = 0; endFrom = 0; isBare = 0
    for (;;) {
      rest = substr(text, at)
      next_ = index(rest, "<")
      between = next_ ? substr(rest, 1, next_ - 1) : rest
      if (bare(between) || (depth == 0 && !blank(between))) refuse(3)
      if (!next_) break
      at += next_ - 1
      rest = substr(rest, next_)
      if (substr(rest, 1, 4) == "<!--") {
        close_ = index(substr(rest, 5), "-->")
        if (!close_) refuse(3)
        at += close_ + 6
        continue
      }
      if (substr(rest, 1, 2) == "<?") {
        close_ = index(substr(rest, 3), "?>")
        if (!close_) refuse(3)
        at += close_ + 3
        continue
      }
      from = at
      if (match(rest, /^<[A-Za-z_:][-A-Za-z0-9_.:]*([ \t\r\n]+[A-Za-z_:][-A-Za-z0-9_.:]*[ \t\r\n]*=[ \t\r\n]*("[^"<]*"|\047[^\047<]*\047))*[ \t\r\n]*\/?>/)) {
        tag = substr(rest, 1, RLENGTH)
        if (bare(tag)) refuse(3)
        at += RLENGTH
        single = substr(tag, length(tag) - 1, 1) == "/"
        match(tag, /^<[A-Za-z_:][-A-Za-z0-9_.:]*/)
        element = substr(tag, 2, RLENGTH - 1)
        if (depth == 0 && endFrom) refuse(3)
        if (depth == 0 && element != "jsplugins") refuse(4)
        ours = depth == 1 && nameOf(substr(tag, RLENGTH + 1)) == name
        if (ours) start = from
        if (!single) open[++depth] = element
        else if (ours) { count++; first[count] = from; last[count] = at }
        else if (depth == 0) { endFrom = from; endTo = at; isBare = 1 }
      } else if (match(rest, /^<\/[A-Za-z_:][-A-Za-z0-9_.:]*[ \t\r\n]*>/)) {
        tag = substr(rest, 1, RLENGTH)
        at += RLENGTH
        match(tag, /^<\/[A-Za-z_:][-A-Za-z0-9_.:]*/)
        element = substr(tag, 3, RLENGTH - 2)
        if (depth == 0 || open[depth] != element) refuse(3)
        depth--
        if (depth == 0) { endFrom = from; endTo = at }
        else if (depth == 1 && start) { count++; first[count] = start; last[count] = at }
      } else refuse(3)
      if (depth <= 1) start = 0
    }
    if (depth > 0 || !endFrom) refuse(3)

    keepFirst = ENVIRON["PERF_MODE"] == "install"
    if (count > 0) {
      out = ""; done = 1
      for (i = 1; i <= count; i++) {
        if (i == 1 && keepFirst) out = out substr(text, done, first[i] - done) entry
        else out = out substr(text, done, back(first[i], " \t\r\n") - done)
        done = last[i]
      }
      printf "%s", out substr(text, done)
      exit 0
    }
    if (!keepFirst) { printf "%s", text; exit 0 }
    line = index(text, "\r\n") ? "\r\n" : "\n"
    if (isBare) {
      printf "%s", substr(text, 1, endFrom - 1) "<jsplugins>" line "  " entry line "</jsplugins>" substr(text, endTo)
      exit 0
    }
    at = back(endFrom, " \t")
    indent = substr(text, at, endFrom - at)
    if (substr(text, at - 1, 1) == "\n") printf "%s", substr(text, 1, at - 1) indent "  " entry line substr(text, at)
    else printf "%s", substr(text, 1, endFrom - 1) line "  " entry line substr(text, endFrom)
  }
' "$new.in" >"$new"
case $? in
  0) ;;
  4) stop "$file 不是 WPS 加载项的清单，没有改动。 / It is not a list of add-ins; nothing was changed." ;;
  *) stop "$file 的内容不完整或格式有误，没有改动：请先改好它，或移走后重试。 / It is not well-formed; nothing was changed." ;;
esac

if [ "$mode" = install ] && [ -z "$URL" ] && [ ! "$here/$folder" -ef "$dir/$folder" ]; then
  copying=$dir/$folder.new
  rm -rf "$copying" && cp -R "$here/$folder" "$copying" && rm -rf "${dir:?}/$folder" && mv "$copying" "$dir/$folder" ||
    stop "没能把 $folder 复制到 $dir；publish.xml 没有改动。 / The program could not be copied."
fi

if [ -e "$file" ] && cmp -s "$file" "$new"; then
  changed=no
else
  changed=yes
  if [ -e "$file" ]; then
    # 同一秒里改两次，前一份备份也留着。
    stamp=$file.$(date +%Y%m%d%H%M%S)
    backup=$stamp.bak
    turn=1
    while [ -e "$backup" ]; do
      turn=$((turn + 1))
      backup=$stamp-$turn.bak
    done
    cp -p "$file" "$backup" || stop '备份没有成功，没有改动。 / The backup failed; nothing was changed.'
    say "原文件已备份：$backup"
    # 权限和属主照旧：写进一份带原有属性的副本，再换上去。
    cp -p "$file" "$new.in" && cat "$new" >"$new.in" && mv -f "$new.in" "$file" || stop '写入没有成功。 / Writing failed.'
  else
    chmod 644 "$new"
    mv -f "$new" "$file" || stop '写入没有成功。 / Writing failed.'
  fi
fi

# 旧版本的程序文件夹，只认自己的名字加版本号。
for old in "$dir/${NAME}_"[0-9]*; do
  [ -d "$old" ] || continue
  [ "$mode" = install ] && [ -z "$URL" ] && [ "$old" = "$dir/$folder" ] && continue
  [ -f "$old/ribbon.xml" ] && rm -rf "$old"
done

if [ "$mode" = uninstall ]; then
  [ $changed = yes ] && say '已卸载。请完全退出 WPS 后重新打开。 / Removed. Quit WPS and start it again.' ||
    say '没有安装过，不需要卸载。 / It was not installed.'
elif [ $changed = yes ]; then
  say '已安装。请完全退出 WPS 后重新打开，询问是否信任时选“信任”。 / Installed. Quit WPS, start it again and trust the add-in.'
else
  say '已经是这个版本，没有改动。 / It is installed already; nothing was changed.'
fi
