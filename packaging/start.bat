@echo off
rem Starts Gongkai with its data beside it and opens the browser when it is up.
chcp 65001 >nul
cd /d "%~dp0"
start "" /min cmd /c "timeout /t 4 /nobreak >nul & start http://localhost:5080"
gongkai.exe serve --data "gongkai-data\house"
pause
