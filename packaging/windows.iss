; Packs the folder that packaging/build.py makes on Windows into one installer (Inno Setup 6).
; iscc packaging\windows.iss /DFolder=dist\forum-desktop /DVersion=0.1.0
; It installs for one user without an administrator, beside what is there, and leaves her data alone.

#ifndef Folder
  #define Folder "..\dist\forum-desktop"
#endif
#ifndef Version
  #define Version "0.1.0"
#endif

[Setup]
AppId={{6E5E3C0C-6D0B-4C0B-9C53-0F6B8E4B5A11}
AppName=Forum Desktop
AppVersion={#Version}
DefaultDirName={autopf}\Forum Desktop
DefaultGroupName=Forum Desktop
PrivilegesRequired=lowest
OutputBaseFilename=forum-desktop-{#Version}-windows
Compression=lzma2
SolidCompression=yes
ArchitecturesInstallIn64BitMode=x64compatible
DisableProgramGroupPage=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "th"; MessagesFile: "compiler:Languages\Thai.isl"

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[InstallDelete]
; Modules of an older version must not be found by the newer one.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{autoprograms}\Forum Desktop"; Filename: "{app}\forum-desktop.exe"
Name: "{autodesktop}\Forum Desktop"; Filename: "{app}\forum-desktop.exe"

[Run]
Filename: "{app}\forum-desktop.exe"; Flags: nowait postinstall skipifsilent
