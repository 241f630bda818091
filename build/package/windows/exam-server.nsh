; An organiser hands out exam-server.json beside the installer. It goes into the data folder, where neither an update nor
; an uninstall touches it.
!macro customInstall
  ${If} ${FileExists} "$EXEDIR\exam-server.json"
    CreateDirectory "$APPDATA\Yunkao"
    CopyFiles /SILENT "$EXEDIR\exam-server.json" "$APPDATA\Yunkao\exam-server.json"
  ${EndIf}
!macroend
