; Nagare is offered for its exports under "Open with", and does not take .jsonl away from another program.
!macro customInstall
  WriteRegStr SHCTX "Software\Classes\Nagare.Export" "" "Nagare export"
  WriteRegStr SHCTX "Software\Classes\Nagare.Export\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHCTX "Software\Classes\Nagare.Export\shell\open\command" "" '"$appExe" "%1"'
  WriteRegStr SHCTX "Software\Classes\.jsonl\OpenWithProgids" "Nagare.Export" ""

  WriteRegStr SHCTX "Software\Classes\nagare" "" "URL:Nagare"
  WriteRegStr SHCTX "Software\Classes\nagare" "URL Protocol" ""
  WriteRegStr SHCTX "Software\Classes\nagare\shell\open\command" "" '"$appExe" "%1"'
!macroend

!macro customUnInstall
  DeleteRegKey SHCTX "Software\Classes\Nagare.Export"
  DeleteRegValue SHCTX "Software\Classes\.jsonl\OpenWithProgids" "Nagare.Export"
  DeleteRegKey SHCTX "Software\Classes\nagare"

  ; An update uninstalls the old version first, and the user has not changed their mind.
  ${ifNot} ${isUpdated}
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "app.nagare.Nagare"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run" "app.nagare.Nagare"
  ${endIf}
!macroend
