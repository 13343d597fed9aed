@echo off
rem Double-click to put the add-in into WPS; "install.cmd -Uninstall" takes it out. The work is in install.ps1.
chcp 65001 >nul
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0install.ps1" %*
set result=%errorlevel%
pause
exit /b %result%
