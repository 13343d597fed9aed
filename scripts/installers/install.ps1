# 绩效表助手：装进 WPS 表格，或卸载（Windows）。Puts the add-in into WPS Spreadsheets, or takes it out.
#
#   powershell -ExecutionPolicy Bypass -File install.ps1              安装或更新
#   powershell -ExecutionPolicy Bypass -File install.ps1 -Uninstall   卸载
#   … -Dir DIR                                                        指定 jsaddons 目录
#
# 只改 publish.xml 里自己的一条，其余逐字节不动；改前留备份。算法与 src/install/publish-xml.ts 相同。
param([switch]$Uninstall, [string]$Dir = '')

Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'

$Name = '@NAME@'
$Version = '@VERSION@'
# 联网安装的地址；离线安装时为空
$Url = '@URL@'

function Stop-With([string]$sentence) {
  [Console]::Error.WriteLine($sentence)
  exit 1
}

if ($Dir -eq '') { $Dir = Join-Path $env:APPDATA 'kingsoft\wps\jsaddons' }
$File = Join-Path $Dir 'publish.xml'
$Folder = $Name + '_' + $Version
$Here = Split-Path -Parent $MyInvocation.MyCommand.Path
$Source = Join-Path $Here $Folder

if ($Url -ne '') { $Entry = '<jspluginonline name="' + $Name + '" type="et" url="' + $Url + '"/>' }
else { $Entry = '<jsplugin name="' + $Name + '" type="et" url="' + $Folder + '" version="' + $Version + '" enable="enable_dev"/>' }

$Space = ' \t\r\n'
$Word = '[A-Za-z_:][-A-Za-z0-9_.:]*'
$Opening = New-Object Text.RegularExpressions.Regex ('\G<(' + $Word + ')((?:[' + $Space + ']+' + $Word + '[' + $Space + ']*=[' + $Space + ']*(?:"[^"<]*"|''[^''<]*''))*)[' + $Space + ']*(/?)>')
$Closing = New-Object Text.RegularExpressions.Regex ('\G</(' + $Word + ')[' + $Space + ']*>')
$NameAttribute = New-Object Text.RegularExpressions.Regex ('[' + $Space + ']name[' + $Space + ']*=[' + $Space + ']*(?:"([^"<]*)"|''([^''<]*)'')')
$Bare = New-Object Text.RegularExpressions.Regex '&(?!(?:[A-Za-z]+|#[0-9]+|#x[0-9A-Fa-f]+);)'

function Test-Blank([string]$part) { return $part -notmatch ('[^' + $Space + ']') }

function Get-Back([string]$text, [int]$at, [string]$space) {
  while ($at -gt 0 -and $space.IndexOf($text[$at - 1]) -ge 0) { $at-- }
  return $at
}

# 逐个标签读；读不全的一律拒绝。结果：malformed、foreign，或清单的各个位置。
function Read-List([string]$text) {
  $open = New-Object Collections.Generic.Stack[string]
  $entries = New-Object Collections.ArrayList
  $endFrom = -1; $endTo = -1; $isBare = $false; $start = -1; $at = 0
  while ($true) {
    $next = $text.IndexOf([char]'<', $at)
    if ($next -lt 0) { $between = $text.Substring($at) } else { $between = $text.Substring($at, $next - $at) }
    if ($Bare.IsMatch($between) -or ($open.Count -eq 0 -and -not (Test-Blank $between))) { return 'malformed' }
    if ($next -lt 0) { break }
    $at = $next
    $skipped = $false
    foreach ($pair in @(@('<!--', '-->'), @('<?', '?>'))) {
      if ([string]::CompareOrdinal($text, $at, $pair[0], 0, $pair[0].Length) -eq 0) {
        $close = $text.IndexOf($pair[1], $at + $pair[0].Length, [StringComparison]::Ordinal)
        if ($close -lt 0) { return 'malformed' }
        $at = $close + $pair[1].Length
        $skipped = $true
        break
      }
    }
    if ($skipped) { continue }
    $opened = $Opening.Match($text, $at)
    if ($opened.Success) {
      if ($Bare.IsMatch($opened.Value)) { return 'malformed' }
      $from = $at
      $at += $opened.Length
      $tag = $opened.Groups[1].Value
      $single = $opened.Groups[3].Value -ne ''
      if ($open.Count -eq 0 -and $endFrom -ge 0) { return 'malformed' }
      if ($open.Count -eq 0 -and $tag -cne 'jsplugins') { return 'foreign' }
      $named = $NameAttribute.Match($opened.Groups[2].Value)
      $ours = $open.Count -eq 1 -and $named.Success -and ($named.Groups[1].Value + $named.Groups[2].Value) -ceq $Name
      if ($ours) { $start = $from }
      if (-not $single) { $open.Push($tag) }
      elseif ($ours) { [void]$entries.Add(@($from, $at)) }
      elseif ($open.Count -eq 0) { $endFrom = $from; $endTo = $at; $isBare = $true }
    }
    else {
      $closed = $Closing.Match($text, $at)
      if (-not $closed.Success) { return 'malformed' }
      $from = $at
      $at += $closed.Length
      if ($open.Count -eq 0 -or $open.Pop() -cne $closed.Groups[1].Value) { return 'malformed' }
      if ($open.Count -eq 0) { $endFrom = $from; $endTo = $at }
      elseif ($open.Count -eq 1 -and $start -ge 0) { [void]$entries.Add(@($start, $at)) }
    }
    if ($open.Count -le 1) { $start = -1 }
  }
  if ($open.Count -gt 0 -or $endFrom -lt 0) { return 'malformed' }
  return @{ EndFrom = $endFrom; EndTo = $endTo; IsBare = $isBare; Entries = $entries }
}

function Get-Changed([string]$text) {
  if (Test-Blank $text) {
    if ($Uninstall) { return $text }
    return "<?xml version=""1.0"" encoding=""UTF-8""?>`n<jsplugins>`n  $Entry`n</jsplugins>`n"
  }
  $list = Read-List $text
  if ($list -is [string]) {
    if ($list -eq 'foreign') { Stop-With "$File 不是 WPS 加载项的清单，没有改动。 / It is not a list of add-ins; nothing was changed." }
    Stop-With "$File 的内容不完整或格式有误，没有改动：请先改好它，或移走后重试。 / It is not well-formed; nothing was changed."
  }
  $entries = $list.Entries
  if ($entries.Count -gt 0) {
    for ($i = $entries.Count - 1; $i -ge 0; $i--) {
      $from = $entries[$i][0]; $to = $entries[$i][1]
      if ($i -eq 0 -and -not $Uninstall) { $by = $Entry }
      else { $by = ''; $from = Get-Back $text $from " `t`r`n" }
      $text = $text.Substring(0, $from) + $by + $text.Substring($to)
    }
    return $text
  }
  if ($Uninstall) { return $text }
  if ($text.Contains("`r`n")) { $line = "`r`n" } else { $line = "`n" }
  if ($list.IsBare) {
    return $text.Substring(0, $list.EndFrom) + "<jsplugins>$line  $Entry$line</jsplugins>" + $text.Substring($list.EndTo)
  }
  $at = Get-Back $text $list.EndFrom " `t"
  $indent = $text.Substring($at, $list.EndFrom - $at)
  if ($at -gt 0 -and $text[$at - 1] -eq "`n") { return $text.Substring(0, $at) + "$indent  $Entry$line" + $text.Substring($at) }
  return $text.Substring(0, $list.EndFrom) + "$line  $Entry$line" + $text.Substring($list.EndFrom)
}

$there = Test-Path -LiteralPath $File
if ($there) {
  $item = Get-Item -LiteralPath $File -Force
  if ($item.PSIsContainer) { Stop-With "读不了 $File，没有改动。 / It cannot be read; nothing was changed." }
  if ($item.Attributes -band [IO.FileAttributes]::ReparsePoint) { Stop-With "$File 是链接，没有改动。 / It is a link and was not touched." }
  if ($item.IsReadOnly) { Stop-With "$File 是只读的，没有改动：请先取消只读，或请管理员安装。 / It is read-only; nothing was changed." }
}
elseif ($Uninstall) {
  Write-Output '没有安装过，不需要卸载。 / It was not installed.'
  exit 0
}
if (-not $Uninstall -and $Url -eq '' -and -not (Test-Path -LiteralPath (Join-Path $Source 'index.html'))) {
  Stop-With "找不到 $Source：请把压缩包完整解开再运行。 / Unpack the whole archive first."
}

$before = ''
$hasMark = $false
if ($there) {
  try {
    $bytes = [IO.File]::ReadAllBytes($File)
    $hasMark = $bytes.Length -ge 3 -and $bytes[0] -eq 0xEF -and $bytes[1] -eq 0xBB -and $bytes[2] -eq 0xBF
    $skip = if ($hasMark) { 3 } else { 0 }
    # 按单字节读写：自己的一条只有 ASCII，别人的内容不论什么编码都原样保留。
    $before = [Text.Encoding]::GetEncoding(28591).GetString($bytes, $skip, $bytes.Length - $skip)
  }
  catch { Stop-With "读不了 $File，没有改动。 / It cannot be read; nothing was changed." }
}
$after = Get-Changed $before
$changed = -not $there -or $after -cne $before

try {
  if (-not (Test-Path -LiteralPath $Dir)) { [void](New-Item -ItemType Directory -Path $Dir -Force) }
  if (-not $Uninstall -and $Url -eq '') {
    $target = Join-Path $Dir $Folder
    if ([IO.Path]::GetFullPath($Source) -ne [IO.Path]::GetFullPath($target)) {
      $copying = "$target.new"
      if (Test-Path -LiteralPath $copying) { Remove-Item -LiteralPath $copying -Recurse -Force }
      Copy-Item -LiteralPath $Source -Destination $copying -Recurse
      if (Test-Path -LiteralPath $target) { Remove-Item -LiteralPath $target -Recurse -Force }
      Rename-Item -LiteralPath $copying -NewName $Folder
    }
  }
  if ($changed) {
    $new = Join-Path $Dir ('publish.' + [Guid]::NewGuid().ToString('N'))
    $bytes = [Text.Encoding]::GetEncoding(28591).GetBytes($after)
    if ($hasMark) { $bytes = [byte[]](0xEF, 0xBB, 0xBF) + $bytes }
    [IO.File]::WriteAllBytes($new, $bytes)
    if ($there) {
      # 同一秒里改两次，前一份备份也留着。
      $stamp = "$File." + (Get-Date -Format 'yyyyMMddHHmmss')
      $backup = "$stamp.bak"
      for ($turn = 2; Test-Path -LiteralPath $backup; $turn++) { $backup = "$stamp-$turn.bak" }
      # 一步替换，并留下备份；权限照旧。
      [IO.File]::Replace($new, $File, $backup)
      Write-Output "原文件已备份：$backup"
    }
    else { [IO.File]::Move($new, $File) }
  }
  # 旧版本的程序文件夹，只认自己的名字加版本号。
  Get-ChildItem -LiteralPath $Dir -Filter ($Name + '_*') | Where-Object {
    $_.PSIsContainer -and $_.Name -match ('^' + $Name + '_[0-9]') -and
    ($Uninstall -or $Url -ne '' -or $_.Name -ne $Folder) -and
    (Test-Path -LiteralPath (Join-Path $_.FullName 'ribbon.xml'))
  } | ForEach-Object { Remove-Item -LiteralPath $_.FullName -Recurse -Force }
}
catch { Stop-With "没有完成：$($_.Exception.Message) / It was not completed." }

if ($Uninstall) {
  if ($changed) { Write-Output '已卸载。请完全退出 WPS 后重新打开。 / Removed. Quit WPS and start it again.' }
  else { Write-Output '没有安装过，不需要卸载。 / It was not installed.' }
}
elseif ($changed) { Write-Output '已安装。请完全退出 WPS 后重新打开，询问是否信任时选“信任”。 / Installed. Quit WPS, start it again and trust the add-in.' }
else { Write-Output '已经是这个版本，没有改动。 / It is installed already; nothing was changed.' }
