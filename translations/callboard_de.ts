<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>callboard::AboutDialog</name>
    <message>
        <source>About Callboard</source>
        <translation>Über Callboard</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>&amp;Copy versions</source>
        <translation>Versionen &amp;kopieren</translation>
    </message>
    <message>
        <source>For a report: the program, its libraries and the system, a line each</source>
        <translation>Für eine Fehlermeldung: das Programm, seine Bibliotheken und das System, je eine Zeile</translation>
    </message>
    <message>
        <source>Callboard %1</source>
        <translation>Callboard %1</translation>
    </message>
    <message>
        <source>Runs the callbacks of media platforms</source>
        <translation>Führt die Callbacks von Medienplattformen aus</translation>
    </message>
    <message>
        <source>Who is told when something happens to an asset, what was sent, what came back, and what to send again.</source>
        <translation>Wer davon erfährt, wenn etwas mit einem Asset geschieht, was gesendet wurde, was zurückkam, und was noch einmal zu senden ist.</translation>
    </message>
    <message>
        <source>Everything stays on this computer: the workspace is one file, secrets are sealed under a key of your own, and nothing is sent but callbacks and what you ask platforms and encoders for.</source>
        <translation>Alles bleibt auf diesem Rechner: Der Arbeitsbereich ist eine Datei, Geheimnisse sind unter einem eigenen Schlüssel versiegelt, und nichts wird gesendet außer Callbacks und den Fragen an Plattformen und Encoder.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes with no warranty, as far as the law allows; the tab Licence has the whole text.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später. Sie kommt ohne Gewähr, soweit das Gesetz es erlaubt; der Reiter Lizenz hat den ganzen Text.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>What it does here</source>
        <translation>Was sie hier tut</translation>
    </message>
    <message>
        <source>GNU General Public License, version 3</source>
        <translation>GNU General Public License, Version 3</translation>
    </message>
    <message>
        <source>What it has to say of itself goes to standard error, and so to the journal where the desktop keeps one: journalctl --user. QT_LOGGING_RULES sets how much it says.</source>
        <translation>Was es über sich selbst zu sagen hat, geht auf die Standardfehlerausgabe und damit ins Journal, wo der Desktop eines führt: journalctl --user. QT_LOGGING_RULES legt fest, wie viel es sagt.</translation>
    </message>
</context>
<context>
    <name>callboard::AccessFolds</name>
    <message>
        <source>Authentication</source>
        <translation>Authentifizierung</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
</context>
<context>
    <name>callboard::AccessProblem</name>
    <message>
        <source>OAuth 2 needs the address that gives tokens, such as https://login.example.com/token.</source>
        <translation>OAuth 2 braucht die Adresse, die Token ausgibt, etwa https://login.example.com/token.</translation>
    </message>
    <message>
        <source>“%1” is no address that gives tokens; expected https://HOST/… without credentials.</source>
        <translation>„%1“ ist keine Adresse, die Token ausgibt; erwartet wird https://HOST/… ohne Zugangsdaten.</translation>
    </message>
    <message>
        <source>The authentication has a control character in it.</source>
        <translation>In der Authentifizierung steht ein Steuerzeichen.</translation>
    </message>
    <message>
        <source>A user name for Basic has no colon in it.</source>
        <translation>Ein Benutzername für Basic hat keinen Doppelpunkt.</translation>
    </message>
    <message>
        <source>The address that gives tokens is http, and the client&apos;s secret would travel unencrypted: use https, or allow internal addresses if it is one.</source>
        <translation>Die Adresse für Token ist http, und das Geheimnis des Clients wäre unverschlüsselt unterwegs: https verwenden oder, wenn es eine ist, interne Adressen erlauben.</translation>
    </message>
    <message>
        <source>The signature and the authentication can&apos;t both be in the header “Authorization”.</source>
        <translation>Signatur und Authentifizierung können nicht beide im Header „Authorization“ stehen.</translation>
    </message>
    <message>
        <source>There is a private key among the certificates: give the certificates alone.</source>
        <translation>Unter den Zertifikaten ist ein privater Schlüssel: nur die Zertifikate angeben.</translation>
    </message>
    <message>
        <source>The token is empty or has a character that no header takes.</source>
        <translation>Das Token ist leer oder enthält ein Zeichen, das in keinem Header stehen darf.</translation>
    </message>
    <message>
        <source>Basic needs a user name and a password.</source>
        <translation>Basic braucht Benutzername und Passwort.</translation>
    </message>
    <message>
        <source>Bearer needs a token.</source>
        <translation>Bearer braucht ein Token.</translation>
    </message>
    <message>
        <source>OAuth 2 needs the client&apos;s id and its secret.</source>
        <translation>OAuth 2 braucht die ID des Clients und sein Geheimnis.</translation>
    </message>
    <message>
        <source>A mail goes through the mail server: it has no authentication, certificates or proxy of its own.</source>
        <translation>Eine E-Mail geht über den Mailserver: Sie hat keine eigene Authentifizierung, keine Zertifikate und keinen Proxy.</translation>
    </message>
    <message>
        <source>A file of certificates has at most %1 KiB.</source>
        <translation>Eine Datei mit Zertifikaten hat höchstens %1 KiB.</translation>
    </message>
    <message>
        <source>At most %1 pinned keys.</source>
        <translation>Höchstens %1 festgelegte Schlüssel.</translation>
    </message>
    <message>
        <source>“%1” is no pinned key; expected sha256/ and 44 characters of Base64.</source>
        <translation>„%1“ ist kein festgelegter Schlüssel; erwartet wird sha256/ und 44 Zeichen Base64.</translation>
    </message>
    <message>
        <source>There is a client key without its certificate.</source>
        <translation>Es gibt einen Client-Schlüssel ohne sein Zertifikat.</translation>
    </message>
    <message>
        <source>The client certificate needs its key.</source>
        <translation>Das Client-Zertifikat braucht seinen Schlüssel.</translation>
    </message>
    <message>
        <source>A proxy is http://HOST:PORT or socks5://HOST:PORT.</source>
        <translation>Ein Proxy ist http://HOST:PORT oder socks5://HOST:PORT.</translation>
    </message>
    <message>
        <source>The proxy&apos;s password needs a user name.</source>
        <translation>Das Passwort des Proxys braucht einen Benutzernamen.</translation>
    </message>
    <message>
        <source>There is no certificate in PEM in it.</source>
        <translation>Es ist kein PEM-Zertifikat darin.</translation>
    </message>
    <message>
        <source>Of %1 certificates in it %2 can be read.</source>
        <translation>Von %1 Zertifikaten darin sind %2 lesbar.</translation>
    </message>
    <message>
        <source>The certificate of %1 ended on %2.</source>
        <translation>Das Zertifikat von %1 ist am %2 abgelaufen.</translation>
    </message>
    <message>
        <source>The certificate of %1 is valid from %2 only.</source>
        <translation>Das Zertifikat von %1 gilt erst ab %2.</translation>
    </message>
    <message>
        <source>The client certificate is no PEM certificate.</source>
        <translation>Das Client-Zertifikat ist kein PEM-Zertifikat.</translation>
    </message>
    <message>
        <source>The client key is no private key in PEM, or it has a passphrase.</source>
        <translation>Der Client-Schlüssel ist kein privater PEM-Schlüssel, oder er hat eine Passphrase.</translation>
    </message>
    <message>
        <source>The client key is not the key of the client certificate.</source>
        <translation>Der Client-Schlüssel ist nicht der des Client-Zertifikats.</translation>
    </message>
    <message>
        <source>The client key is of a kind that can&apos;t be used for TLS here.</source>
        <translation>Der Client-Schlüssel ist von einer Art, die hier für TLS nicht taugt.</translation>
    </message>
    <message>
        <source>The client certificate can&apos;t be read. %1</source>
        <translation>Das Client-Zertifikat kann nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>The authorities can&apos;t be read. %1</source>
        <translation>Die Zertifizierungsstellen können nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>The key opens with its passphrase only.</source>
        <translation>Der Schlüssel öffnet sich nur mit seiner Passphrase.</translation>
    </message>
    <message>
        <source>The passphrase does not open the key.</source>
        <translation>Die Passphrase öffnet den Schlüssel nicht.</translation>
    </message>
    <message>
        <source>There is no private key in PEM in it.</source>
        <translation>Es ist kein privater PEM-Schlüssel darin.</translation>
    </message>
    <message>
        <source>It is no PKCS#12 file (.p12, .pfx).</source>
        <translation>Das ist keine PKCS#12-Datei (.p12, .pfx).</translation>
    </message>
    <message>
        <source>The file opens with its passphrase only.</source>
        <translation>Die Datei öffnet sich nur mit ihrer Passphrase.</translation>
    </message>
    <message>
        <source>The passphrase does not open the file.</source>
        <translation>Die Passphrase öffnet die Datei nicht.</translation>
    </message>
    <message>
        <source>The PKCS#12 file is damaged, or sealed by a method that can&apos;t be read here.</source>
        <translation>Die PKCS#12-Datei ist beschädigt oder mit einem Verfahren versiegelt, das hier nicht gelesen werden kann.</translation>
    </message>
    <message>
        <source>The PKCS#12 file holds no private key with its certificate.</source>
        <translation>Die PKCS#12-Datei enthält keinen privaten Schlüssel mit seinem Zertifikat.</translation>
    </message>
</context>
<context>
    <name>callboard::AccessWords</name>
    <message>
        <source>unreadable</source>
        <translation>unlesbar</translation>
    </message>
    <message>
        <source>%1, user %2</source>
        <translation>%1, Benutzer %2</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Basic: user name and password</source>
        <translation>Basic: Benutzername und Passwort</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer-Token</translation>
    </message>
    <message>
        <source>OAuth 2, client credentials</source>
        <translation>OAuth 2, Client-Zugangsdaten</translation>
    </message>
    <message>
        <source>The receiver is not told who calls, unless a header or a signature does.</source>
        <translation>Der Empfänger erfährt nicht, wer aufruft, außer durch einen Header oder eine Signatur.</translation>
    </message>
    <message>
        <source>The receiver gets user name and password with every request.</source>
        <translation>Der Empfänger erhält Benutzername und Passwort mit jeder Anfrage.</translation>
    </message>
    <message>
        <source>The receiver gets this token with every request.</source>
        <translation>Der Empfänger erhält dieses Token mit jeder Anfrage.</translation>
    </message>
    <message>
        <source>Callboard fetches a token from the token URL, sends it with every request, and fetches another before it ends.</source>
        <translation>Callboard holt ein Token von der Token-URL, sendet es mit jeder Anfrage und holt ein neues, bevor es abläuft.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>bearer token</source>
        <translation>Bearer-Token</translation>
    </message>
    <message>
        <source>OAuth 2 by %1</source>
        <translation>OAuth 2 von %1</translation>
    </message>
    <message>
        <source>the system&apos;s</source>
        <translation>die des Systems</translation>
    </message>
    <message numerus="yes">
        <source>%n pinned keys</source>
        <translation>
            <numerusform>%n festgelegter Schlüssel</numerusform>
            <numerusform>%n festgelegte Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>shows %1</source>
        <translation>zeigt %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, issued by %2, %3</source>
        <translation>%1, ausgestellt von %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>ends in %n days</source>
        <translation>
            <numerusform>läuft in %n Tag ab</numerusform>
            <numerusform>läuft in %n Tagen ab</numerusform>
        </translation>
    </message>
    <message>
        <source>ends within a day</source>
        <translation>läuft innerhalb eines Tages ab</translation>
    </message>
    <message numerus="yes">
        <source>ended %n days ago</source>
        <translation>
            <numerusform>ist vor %n Tag abgelaufen</numerusform>
            <numerusform>ist vor %n Tagen abgelaufen</numerusform>
        </translation>
    </message>
    <message>
        <source>has just ended</source>
        <translation>ist soeben abgelaufen</translation>
    </message>
</context>
<context>
    <name>callboard::AppearanceGroup</name>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Yours, in every workspace, and kept as you change it.</source>
        <translation>Gilt für die eigene Person, in jedem Arbeitsbereich, und wird beim Ändern gleich behalten.</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>dark light night colour contrast</source>
        <translation>dunkel hell nacht farbe kontrast</translation>
    </message>
    <message>
        <source>CALLBOARD_THEME is set in the environment, and decides.</source>
        <translation>CALLBOARD_THEME ist in der Umgebung gesetzt und entscheidet.</translation>
    </message>
    <message>
        <source>Compact shows a quarter more of each list.</source>
        <translation>Kompakt zeigt von jeder Liste ein Viertel mehr.</translation>
    </message>
    <message>
        <source>&amp;Rows of lists</source>
        <translation>&amp;Zeilen der Listen</translation>
    </message>
    <message>
        <source>density height table small dense</source>
        <translation>dichte höhe tabelle klein dicht</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Geräumig</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>translation German English locale</source>
        <translation>übersetzung deutsch englisch gebietsschema</translation>
    </message>
    <message>
        <source>CALLBOARD_LANGUAGE is set in the environment, and decides.</source>
        <translation>CALLBOARD_LANGUAGE ist in der Umgebung gesetzt und entscheidet.</translation>
    </message>
    <message>
        <source>Another one is spoken from the next start on.</source>
        <translation>Eine andere wird vom nächsten Start an gesprochen.</translation>
    </message>
    <message>
        <source>%1 from the next start on.</source>
        <translation>%1 vom nächsten Start an.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>The desktop&apos;s own. QT_SCALE_FACTOR=1.25 in the environment enlarges Callboard alone.</source>
        <translation>Die des Desktops. QT_SCALE_FACTOR=1.25 in der Umgebung vergrößert Callboard allein.</translation>
    </message>
    <message>
        <source>zoom size font HiDPI resolution</source>
        <translation>zoom größe schrift hidpi auflösung</translation>
    </message>
</context>
<context>
    <name>callboard::AssetDetail</name>
    <message>
        <source>A callback can&apos;t be handed to Zencoder as it is: see what is said above.</source>
        <translation>Ein Callback kann so nicht an Zencoder übergeben werden: siehe oben.</translation>
    </message>
    <message>
        <source>Zencoder&apos;s API key is not set. It belongs on the page of settings.</source>
        <translation>Der API-Schlüssel für Zencoder fehlt. Er gehört in die Einstellungen.</translation>
    </message>
    <message>
        <source>No callback of this asset has the encoder as its source.</source>
        <translation>Kein Callback dieses Assets hat den Encoder als Quelle.</translation>
    </message>
</context>
<context>
    <name>callboard::AssetInspector</name>
    <message>
        <source>Inspector</source>
        <translation>Detailbereich</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>What is known of the asset</source>
        <translation>Was über das Asset bekannt ist</translation>
    </message>
    <message>
        <source>Record as it came</source>
        <translation>Datensatz, wie er kam</translation>
    </message>
    <message>
        <source>No record has come for this asset.</source>
        <translation>Für dieses Asset ist kein Datensatz gekommen.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Callbacks</source>
        <translation>Callbacks</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>project %1  ·  %2</source>
        <translation>Projekt %1  ·  %2</translation>
    </message>
</context>
<context>
    <name>callboard::AssetListModel</name>
    <message>
        <source>Published %1; nothing has happened to it yet</source>
        <translation>Veröffentlicht %1; seitdem ist nichts geschehen</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Letztes Ereignis</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
</context>
<context>
    <name>callboard::AssetTable</name>
    <message>
        <source>Assets</source>
        <translation>Assets</translation>
    </message>
</context>
<context>
    <name>callboard::AssetWords</name>
    <message>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>record seen</source>
        <translation>Datensatz gesehen</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Output %1</source>
        <translation>Ausgabe %1</translation>
    </message>
    <message>
        <source>Encoder, through Callboard</source>
        <translation>Encoder, über Callboard</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Encoder</translation>
    </message>
</context>
<context>
    <name>callboard::AssetsPage</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose an asset first</source>
        <translation>Erst ein Asset auswählen</translation>
    </message>
    <message>
        <source>Shows what was sent about this asset (D)</source>
        <translation>Zeigt, was zu diesem Asset gesendet wurde (D)</translation>
    </message>
    <message>
        <source>Says who was called for the asset&apos;s newest event, who not, and why</source>
        <translation>Sagt, wer zum neuesten Ereignis des Assets aufgerufen wurde, wer nicht, und warum</translation>
    </message>
    <message>
        <source>Waiting for the platform&apos;s answer</source>
        <translation>Wartet auf die Antwort der Plattform</translation>
    </message>
    <message>
        <source>Asks the asset&apos;s platform for its present record (F5)</source>
        <translation>Fragt die Plattform des Assets nach dem heutigen Datensatz (F5)</translation>
    </message>
    <message>
        <source>Show deliveries	D</source>
        <translation>Zustellungen zeigen	D</translation>
    </message>
    <message>
        <source>Explain who was called…</source>
        <translation>Erklären, wer aufgerufen wurde …</translation>
    </message>
    <message>
        <source>Refresh from the platform	F5</source>
        <translation>Von der Plattform auffrischen	F5</translation>
    </message>
    <message>
        <source>Copy asset id</source>
        <translation>Asset-ID kopieren</translation>
    </message>
    <message>
        <source>%1 was not refreshed. %2</source>
        <translation>%1 wurde nicht aufgefrischt. %2</translation>
    </message>
    <message>
        <source>The platform has the same record of %1: nothing differs.</source>
        <translation>Die Plattform hat denselben Datensatz zu %1: kein Unterschied.</translation>
    </message>
    <message>
        <source>The platform&apos;s record of %1 is taken in. What differs: %2.</source>
        <translation>Der Datensatz der Plattform zu %1 ist übernommen. Unterschiede: %2.</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Assets</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Filter by asset id</source>
        <translation>Nach Asset-ID filtern</translation>
    </message>
    <message>
        <source>Filter by asset id  /</source>
        <translation>Nach Asset-ID filtern  /</translation>
    </message>
    <message>
        <source>Show deliveries</source>
        <translation>Zustellungen zeigen</translation>
    </message>
    <message>
        <source>Explain…</source>
        <translation>Erklären …</translation>
    </message>
    <message>
        <source>Explain who was called</source>
        <translation>Erklären, wer aufgerufen wurde</translation>
    </message>
    <message>
        <source>Refresh from the platform</source>
        <translation>Von der Plattform auffrischen</translation>
    </message>
    <message>
        <source>No assets</source>
        <translation>Keine Assets</translation>
    </message>
    <message>
        <source>The assets can&apos;t be loaded</source>
        <translation>Die Assets lassen sich nicht laden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No asset&apos;s id contains “%1”</source>
        <translation>Keine Asset-ID enthält „%1“</translation>
    </message>
    <message>
        <source>There may be others: the filter hides them.</source>
        <translation>Vielleicht gibt es andere: Der Filter blendet sie aus.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>No assets yet</source>
        <translation>Noch keine Assets</translation>
    </message>
    <message>
        <source>An asset is known as soon as it is published here, POST /assets, or an event about it comes to the door, POST /v1/events. Fire an event to see one.</source>
        <translation>Ein Asset ist bekannt, sobald es hier veröffentlicht wird, POST /assets, oder ein Ereignis dazu am Eingang ankommt, POST /v1/events. Ein ausgelöstes Ereignis bringt das erste.</translation>
    </message>
    <message>
        <source>Fire an event</source>
        <translation>Ereignis auslösen</translation>
    </message>
    <message numerus="yes">
        <source>the newest %n; the filter finds the others</source>
        <translation>
            <numerusform>das neueste; die übrigen findet der Filter</numerusform>
            <numerusform>die neuesten %n; die übrigen findet der Filter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known</source>
        <translation>
            <numerusform>%n bekannt</numerusform>
            <numerusform>%n bekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found by the filter</source>
        <translation>
            <numerusform>%n vom Filter gefunden</numerusform>
            <numerusform>%n vom Filter gefunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::AssignDialog</name>
    <message numerus="yes">
        <source>%n events fired</source>
        <translation>
            <numerusform>%n Ereignis ausgelöst</numerusform>
            <numerusform>%n Ereignisse ausgelöst</numerusform>
        </translation>
    </message>
    <message>
        <source>It stands for no event and is kept with its asset</source>
        <translation>Sie steht für kein Ereignis und bleibt bei ihrem Asset</translation>
    </message>
    <message>
        <source>%1; job %2 is known from now on.</source>
        <translation>%1; Auftrag %2 ist von nun an bekannt.</translation>
    </message>
    <message>
        <source>%1; video %2 is known from now on.</source>
        <translation>%1; Video %2 ist von nun an bekannt.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Assign encoder notifications</source>
        <translation>Encoder-Meldungen zuordnen</translation>
    </message>
    <message>
        <source>Encoder notifications that match no asset</source>
        <translation>Encoder-Meldungen, die zu keinem Asset passen</translation>
    </message>
    <message>
        <source>Every notification has its asset.</source>
        <translation>Jede Meldung hat ihr Asset.</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Type a part of its id or name</source>
        <translation>Teil der ID oder des Namens eingeben</translation>
    </message>
    <message>
        <source>Belongs to &amp;asset</source>
        <translation>Gehört zu &amp;Asset</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>A&amp;ssign</source>
        <translation>&amp;Zuordnen</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuordnen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No asset with this id is known here.</source>
        <translation>Ein Asset mit dieser ID ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Waiting for the engine</source>
        <translation>Wartet auf die Engine</translation>
    </message>
    <message>
        <source>Choose a notification first.</source>
        <translation>Erst eine Meldung auswählen.</translation>
    </message>
    <message>
        <source>Type the id of the asset it belongs to.</source>
        <translation>Die ID des Assets eingeben, zu dem sie gehört.</translation>
    </message>
    <message>
        <source>Looking for the asset</source>
        <translation>Sucht das Asset</translation>
    </message>
    <message>
        <source>Gives the notification this asset and fires its events (Enter)</source>
        <translation>Ordnet die Meldung diesem Asset zu und löst ihre Ereignisse aus (Eingabe)</translation>
    </message>
</context>
<context>
    <name>callboard::AttemptsPane</name>
    <message>
        <source>Attempt %1: %2</source>
        <translation>Versuch %1: %2</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Error, or where the time went</source>
        <translation>Fehler, oder wo die Zeit blieb</translation>
    </message>
    <message>
        <source>Revision of the target</source>
        <translation>Fassung des Ziels</translation>
    </message>
    <message>
        <source>Shows how the target was defined then, and what was changed since</source>
        <translation>Zeigt, wie das Ziel damals festgelegt war und was sich seitdem geändert hat</translation>
    </message>
    <message>
        <source>By revision %1 of the target</source>
        <translation>Nach Fassung %1 des Ziels</translation>
    </message>
</context>
<context>
    <name>callboard::AuthenticationFields</name>
    <message>
        <source>Authentication scheme</source>
        <translation>Art der Authentifizierung</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>Token URL</source>
        <translation>Token-URL</translation>
    </message>
    <message>
        <source>Scope of the token</source>
        <translation>Geltungsbereich des Tokens</translation>
    </message>
    <message>
        <source>As the server has it</source>
        <translation>Wie beim Server</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Geltungsbereich</translation>
    </message>
    <message>
        <source>Audience of the token</source>
        <translation>Audience des Tokens</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Audience</translation>
    </message>
    <message>
        <source>Id and secret in the form</source>
        <translation>ID und Geheimnis im Formular</translation>
    </message>
    <message>
        <source>Client id and secret are sent in the form</source>
        <translation>Client-ID und Geheimnis werden im Formular gesendet</translation>
    </message>
    <message>
        <source>For token servers that don&apos;t take them by Basic, as the standard asks them to</source>
        <translation>Für Token-Server, die sie nicht per Basic annehmen, wie es der Standard verlangt</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
</context>
<context>
    <name>callboard::BrightcoveGroup</name>
    <message>
        <source>Brightcove</source>
        <translation>Brightcove</translation>
    </message>
    <message>
        <source>Notifies Callboard of what becomes of a video.</source>
        <translation>Meldet Callboard, was aus einem Video wird.</translation>
    </message>
    <message>
        <source>Brightcove&apos;s notification secret</source>
        <translation>Meldungsgeheimnis von Brightcove</translation>
    </message>
    <message>
        <source>Notification se&amp;cret</source>
        <translation>Meldungsge&amp;heimnis</translation>
    </message>
    <message>
        <source>The URL to give to Brightcove</source>
        <translation>Die URL für Brightcove</translation>
    </message>
    <message>
        <source>Fill in the relay address above</source>
        <translation>Oben die Relay-Adresse eintragen</translation>
    </message>
    <message>
        <source>Copy the URL</source>
        <translation>URL kopieren</translation>
    </message>
    <message>
        <source>Copies the URL</source>
        <translation>Kopiert die URL</translation>
    </message>
    <message>
        <source>Give this URL to Brightcove, with the notification secret in place of SECRET. Add /ASSET to name one asset.</source>
        <translation>Diese URL bei Brightcove eintragen, mit dem Meldungsgeheimnis an der Stelle von SECRET. Mit /ASSET am Ende nennt sie ein bestimmtes Asset.</translation>
    </message>
    <message>
        <source>&amp;URL to give</source>
        <translation>&amp;URL für Brightcove</translation>
    </message>
</context>
<context>
    <name>callboard::CallbacksPane</name>
    <message>
        <source>Calls</source>
        <translation>Ruft auf</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Fires for</source>
        <translation>Löst aus bei</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Callbacks of this asset</source>
        <translation>Callbacks dieses Assets</translation>
    </message>
    <message>
        <source>No callbacks</source>
        <translation>Keine Callbacks</translation>
    </message>
    <message>
        <source>This asset has no callbacks of its own</source>
        <translation>Dieses Asset hat keine eigenen Callbacks</translation>
    </message>
    <message>
        <source>They come with the request that publishes it, POST /assets, under parameters.callbacks. Targets for all assets or for its project are called all the same.</source>
        <translation>Sie kommen mit der Anfrage, die es veröffentlicht, POST /assets, unter parameters.callbacks. Ziele für alle Assets oder für sein Projekt werden trotzdem aufgerufen.</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>E-Mail</translation>
    </message>
</context>
<context>
    <name>callboard::CertificateFields</name>
    <message>
        <source>Trusted authorities</source>
        <translation>Vertrauenswürdige Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>From file…</source>
        <translation>Aus Datei …</translation>
    </message>
    <message>
        <source>Trusted authorities from a file</source>
        <translation>Vertrauenswürdige Zertifizierungsstellen aus einer Datei</translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation>Die des Systems</translation>
    </message>
    <message>
        <source>Trust the system&apos;s authorities</source>
        <translation>Den Zertifizierungsstellen des Systems vertrauen</translation>
    </message>
    <message>
        <source>Authorities</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Pinned keys, one a line</source>
        <translation>Festgelegte Schlüssel, einer je Zeile</translation>
    </message>
    <message>
        <source>Pinned keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Pin this key</source>
        <translation>Diesen Schlüssel festlegen</translation>
    </message>
    <message>
        <source>Pin the key that the receiver has shown</source>
        <translation>Den Schlüssel festlegen, den der Empfänger gezeigt hat</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose a client certificate</source>
        <translation>Ein Client-Zertifikat wählen</translation>
    </message>
    <message>
        <source>PEM with or without its key, or PKCS#12 (.p12, .pfx)</source>
        <translation>PEM mit oder ohne Schlüssel, oder PKCS#12 (.p12, .pfx)</translation>
    </message>
    <message>
        <source>Choose its key…</source>
        <translation>Schlüssel wählen …</translation>
    </message>
    <message>
        <source>Choose the client certificate&apos;s key</source>
        <translation>Den Schlüssel des Client-Zertifikats wählen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the client certificate</source>
        <translation>Das Client-Zertifikat entfernen</translation>
    </message>
    <message>
        <source>Our own</source>
        <translation>Eigenes</translation>
    </message>
    <message numerus="yes">
        <source>And %n more. These alone vouch for the receiver.</source>
        <translation>
            <numerusform>Und %n weitere. Nur diese bürgen für den Empfänger.</numerusform>
            <numerusform>Und %n weitere. Nur diese bürgen für den Empfänger.</numerusform>
        </translation>
    </message>
    <message>
        <source>This alone vouches for the receiver, in place of the system&apos;s.</source>
        <translation>Nur sie bürgt für den Empfänger, anstelle derer des Systems.</translation>
    </message>
    <message>
        <source>They vouch that the receiver is who it says it is.</source>
        <translation>Sie bürgen dafür, dass der Empfänger der ist, der er zu sein behauptet.</translation>
    </message>
    <message>
        <source>The receiver shows %1 now</source>
        <translation>Der Empfänger zeigt jetzt %1</translation>
    </message>
    <message>
        <source>One a line: the receiver&apos;s certificate must have one of these keys. Empty: any.</source>
        <translation>Einer je Zeile: Das Zertifikat des Empfängers muss einen davon haben. Leer: jeder.</translation>
    </message>
    <message>
        <source>No client certificate</source>
        <translation>Kein Client-Zertifikat</translation>
    </message>
    <message>
        <source>It %1: ask whoever issued it for the next one.</source>
        <translation>Es %1: Das nächste beim Aussteller anfordern.</translation>
    </message>
    <message>
        <source>It %1. Its key is kept in the vault.</source>
        <translation>Es %1. Sein Schlüssel liegt im Tresor.</translation>
    </message>
    <message>
        <source>For receivers that ask who calls by certificate (mutual TLS).</source>
        <translation>Für Empfänger, die ein Zertifikat verlangen (Mutual TLS).</translation>
    </message>
</context>
<context>
    <name>callboard::CertificateFile</name>
    <message>
        <source>%1 is no file.</source>
        <translation>%1 ist keine Datei.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 is larger than %2 KiB: that is no certificate.</source>
        <translation>%1 ist größer als %2 KiB: Das ist kein Zertifikat.</translation>
    </message>
</context>
<context>
    <name>callboard::ChangeModel</name>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>callboard::Changes</name>
    <message numerus="yes">
        <source>%n fields differ from what delivery %1 told this target.</source>
        <translation>
            <numerusform>%n Feld unterscheidet sich von dem, was Zustellung %1 diesem Ziel mitgeteilt hat.</numerusform>
            <numerusform>%n Felder unterscheiden sich von dem, was Zustellung %1 diesem Ziel mitgeteilt hat.</numerusform>
        </translation>
    </message>
    <message>
        <source>This shows: %1.</source>
        <translation>Dies zeigt: %1.</translation>
    </message>
    <message>
        <source>No visible change: this replay carries the record that delivery %1 carried.</source>
        <translation>Keine sichtbare Änderung: Dieses erneute Senden trägt den Datensatz, den Zustellung %1 trug.</translation>
    </message>
    <message>
        <source>No visible change: the platform reported “%1” again. The record is the one that delivery %2 carried.</source>
        <translation>Keine sichtbare Änderung: Die Plattform hat „%1“ noch einmal gemeldet. Der Datensatz ist der, den Zustellung %2 trug.</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugekommen</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfallen</translation>
    </message>
    <message>
        <source>The event carries no record, so there is nothing to compare.</source>
        <translation>Das Ereignis bringt keinen Datensatz mit; es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>This replay carries what was newest when it was sent, which none of the events it repeats holds. Payload shows it.</source>
        <translation>Dieses erneute Senden trägt, was beim Senden das Neueste war; keines der wiederholten Ereignisse enthält es. Nutzdaten zeigt es.</translation>
    </message>
    <message>
        <source>The record can&apos;t be read: %1</source>
        <translation>Der Datensatz lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>This target hears of this asset for the first time: the whole record is new to it.</source>
        <translation>Dieses Ziel erfährt zum ersten Mal von diesem Asset: Der ganze Datensatz ist ihm neu.</translation>
    </message>
    <message>
        <source>What delivery %1 carried can&apos;t be read, so there is nothing to compare with: %2</source>
        <translation>Was Zustellung %1 trug, lässt sich nicht lesen; es gibt nichts, womit zu vergleichen wäre: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the first %1 of %2 fields are listed.</source>
        <translation>Nur die ersten %1 von %2 Feldern stehen in der Liste.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a value and its meaning</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>callboard::ChangesDialog</name>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>Keine Änderungen</translation>
    </message>
    <message>
        <source>Who changed what</source>
        <translation>Wer was geändert hat</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Search changes</source>
        <translation>Änderungen durchsuchen</translation>
    </message>
    <message>
        <source>Search  /</source>
        <translation>Suchen  /</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>&amp;History of the target…</source>
        <translation>&amp;Verlauf des Ziels …</translation>
    </message>
    <message>
        <source>History of the target</source>
        <translation>Verlauf des Ziels</translation>
    </message>
    <message>
        <source>&amp;Copy as CSV</source>
        <translation>Als CSV &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Copies all rows that are listed, with ids and times in ISO 8601</source>
        <translation>Kopiert alle aufgeführten Zeilen, mit Nummern und Zeiten nach ISO 8601</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The changes can&apos;t be read</source>
        <translation>Die Änderungen sind nicht lesbar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Noch nichts geändert</translation>
    </message>
    <message>
        <source>Every change, and who made it, is kept here.</source>
        <translation>Hier steht jede Änderung und von wem sie ist.</translation>
    </message>
    <message>
        <source>No change matches “%1”</source>
        <translation>Keine Änderung passt zu „%1“</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>the newest %L1; search for older ones</source>
        <translation>die neuesten %L1; ältere über die Suche</translation>
    </message>
    <message>
        <source>Every definition it had, to be compared and restored (Enter)</source>
        <translation>Jede Fassung, zum Vergleichen und Wiederherstellen (Eingabe)</translation>
    </message>
    <message>
        <source>Choose a row about a target.</source>
        <translation>Eine Zeile über ein Ziel wählen.</translation>
    </message>
</context>
<context>
    <name>callboard::ChangesPane</name>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>What differs at the platform</source>
        <translation>Unterschiede bei der Plattform</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Every field of the record in its own order, and what it means where that is known.</source>
        <translation>Jedes Feld des Datensatzes in seiner eigenen Reihenfolge, und was es bedeutet, wo das bekannt ist.</translation>
    </message>
    <message>
        <source>The platform says the same as is known here.</source>
        <translation>Die Plattform sagt dasselbe, was hier bekannt ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n fields differ at the platform from what was known here. Replay the latest state to tell this target.</source>
        <translation>
            <numerusform>%n Feld unterscheidet sich bei der Plattform von dem, was hier bekannt war. Den neuesten Stand erneut senden, damit dieses Ziel davon erfährt.</numerusform>
            <numerusform>%n Felder unterscheiden sich bei der Plattform von dem, was hier bekannt war. Den neuesten Stand erneut senden, damit dieses Ziel davon erfährt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>At the platform</source>
        <translation>Bei der Plattform</translation>
    </message>
    <message>
        <source>Field by field, against what this target was told before</source>
        <translation>Feld für Feld, gegenüber dem, was diesem Ziel zuvor mitgeteilt wurde</translation>
    </message>
    <message>
        <source>Every field of the record and what it means</source>
        <translation>Jedes Feld des Datensatzes und seine Bedeutung</translation>
    </message>
    <message>
        <source>What the platform answered when it was asked, against what was known here</source>
        <translation>Was die Plattform auf die Frage geantwortet hat, gegenüber dem, was hier bekannt war</translation>
    </message>
</context>
<context>
    <name>callboard::ClosingDialog</name>
    <message numerus="yes">
        <source>%n deliveries are still to be sent.</source>
        <translation>
            <numerusform>%n Zustellung ist noch zu senden.</numerusform>
            <numerusform>%n Zustellungen sind noch zu senden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The door %1 takes in events.</source>
        <translation>Der Eingang %1 nimmt Ereignisse an.</translation>
    </message>
    <message>
        <source>The icon in the tray brings the window back, and so does starting Callboard again.</source>
        <translation>Das Symbol im Infobereich holt das Fenster zurück, ebenso ein neuer Start von Callboard.</translation>
    </message>
    <message>
        <source>Starting Callboard again brings the window back.</source>
        <translation>Ein neuer Start von Callboard holt das Fenster zurück.</translation>
    </message>
    <message>
        <source>In the background Callboard goes on sending and taking in. %1 If it quits, what is owed is kept and goes out at the next start, and senders find the door closed until then.</source>
        <translation>Im Hintergrund sendet Callboard weiter und nimmt weiter an. %1 Nach dem Beenden wird das Ausstehende aufbewahrt und geht beim nächsten Start hinaus; bis dahin finden Absender den Eingang zu.</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Keep sending in the background?</source>
        <translation>Im Hintergrund weiter senden?</translation>
    </message>
    <message>
        <source>This is asked once. The answer can be changed in Settings, under Window.</source>
        <translation>Dies wird einmal gefragt. Die Antwort lässt sich in den Einstellungen unter „Fenster“ ändern.</translation>
    </message>
    <message>
        <source>Keep &amp;sending</source>
        <translation>Weiter &amp;senden</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>callboard::CoalescingFields</name>
    <message>
        <source>Coalescing window</source>
        <translation>Zeitfenster zum Zusammenfassen</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Widen the window up to</source>
        <translation>Zeitfenster verbreitern bis</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>fest</translation>
    </message>
    <message>
        <source>The window widens while an asset or this target changes often, and narrows when it is quiet. Empty: it stays as it is.</source>
        <translation>Das Zeitfenster wird breiter, solange sich ein Asset oder dieses Ziel oft ändert, und schmaler, wenn Ruhe ist. Leer: Es bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>widen up to</source>
        <translation>verbreitern bis</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>Zeitfenst&amp;er</translation>
    </message>
    <message>
        <source>Urgent: %1</source>
        <translation>Dringend: %1</translation>
    </message>
    <message>
        <source>Closes the open window at once, with everything absorbed so far</source>
        <translation>Schließt das offene Zeitfenster sofort, mit allem bisher Aufgenommenen</translation>
    </message>
    <message>
        <source>Close at once</source>
        <translation>Sofort schließen</translation>
    </message>
    <message>
        <source>Off: every event is a request of its own.</source>
        <translation>Aus: Jedes Ereignis ist eine eigene Anfrage.</translation>
    </message>
    <message>
        <source>Not a duration: write 60s, 5m or 1h, or leave it empty for off.</source>
        <translation>Keine Dauer: 60s, 5m oder 1h schreiben, oder leer lassen für aus.</translation>
    </message>
    <message>
        <source>Not a duration: write 5m or 1h, or leave it empty for a fixed window.</source>
        <translation>Keine Dauer: 5m oder 1h schreiben, oder leer lassen für ein festes Zeitfenster.</translation>
    </message>
    <message>
        <source>not a duration</source>
        <translation>keine Dauer</translation>
    </message>
    <message>
        <source>%1, adapting</source>
        <translation>%1, anpassend</translation>
    </message>
</context>
<context>
    <name>callboard::CommandDelegate</name>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>jetzt nicht möglich</translation>
    </message>
</context>
<context>
    <name>callboard::CommandModel</name>
    <message>
        <source>not possible now</source>
        <translation>jetzt nicht möglich</translation>
    </message>
</context>
<context>
    <name>callboard::CommandPalette</name>
    <message>
        <source>No command has these letters in this order.</source>
        <translation>Kein Befehl enthält diese Buchstaben in dieser Reihenfolge.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>What to do, or the number of a delivery or target</source>
        <translation>Was zu tun ist, oder die Nummer einer Zustellung oder eines Ziels</translation>
    </message>
</context>
<context>
    <name>callboard::Commands</name>
    <message>
        <source>nothing is selected</source>
        <translation>nichts ist ausgewählt</translation>
    </message>
</context>
<context>
    <name>callboard::CompareDialog</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>− %1
+ %2</source>
        <translation>− %1
+ %2</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Nutzdaten</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Nothing was sent or received here.</source>
        <translation>Hier wurde nichts gesendet oder empfangen.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n lines differ</source>
        <translation>
            <numerusform>%1, %n Zeile verschieden</numerusform>
            <numerusform>%1, %n Zeilen verschieden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, the same</source>
        <translation>%1, gleich</translation>
    </message>
</context>
<context>
    <name>callboard::CopyText</name>
    <message>
        <source>[ %1 that are no text: save the payload to have them ]</source>
        <translation>[ %1, die kein Text sind: die Nutzdaten speichern, um sie zu haben ]</translation>
    </message>
</context>
<context>
    <name>callboard::CurlPaste</name>
    <message>
        <source>There is no command to read.</source>
        <translation>Hier ist kein Befehl zu lesen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>callboard::DateRangeDialog</name>
    <message>
        <source>Time range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>Das Ende liegt vor dem Anfang.</translation>
    </message>
</context>
<context>
    <name>callboard::DeliveriesPage</name>
    <message>
        <source>Delivery %1, attempt %2</source>
        <translation>Zustellung %1, Versuch %2</translation>
    </message>
    <message numerus="yes">
        <source>Two deliveries can be compared at a time; %n are selected.</source>
        <translation>
            <numerusform>Zwei Zustellungen lassen sich zugleich vergleichen; %n ist ausgewählt.</numerusform>
            <numerusform>Zwei Zustellungen lassen sich zugleich vergleichen; %n sind ausgewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was tried less than twice: there is nothing to compare yet. Select a second delivery.</source>
        <translation>Sie wurde weniger als zweimal versucht: noch nichts zu vergleichen. Eine zweite Zustellung auswählen.</translation>
    </message>
    <message>
        <source>One of them was never sent: there is nothing to compare yet.</source>
        <translation>Eine von beiden wurde nie gesendet: noch nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Zustellungen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>The deliveries can&apos;t be loaded</source>
        <translation>Die Zustellungen lassen sich nicht laden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No delivery matches the filter</source>
        <translation>Keine Zustellung passt zum Filter</translation>
    </message>
    <message>
        <source>There may be others: the filter hides them.</source>
        <translation>Vielleicht gibt es andere: Der Filter blendet sie aus.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Nobody is told anything yet</source>
        <translation>Noch erfährt niemand etwas</translation>
    </message>
    <message>
        <source>A target says who is called, how, and about what. Deliveries show up here as soon as something happens to an asset.</source>
        <translation>Ein Ziel legt fest, wer aufgerufen wird, wie und worüber. Sobald etwas mit einem Asset geschieht, erscheinen hier Zustellungen.</translation>
    </message>
    <message>
        <source>Add your first target</source>
        <translation>Erstes Ziel hinzufügen</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Opens a second window with sample targets, a receiver and live events of its own</source>
        <translation>Öffnet ein zweites Fenster mit Beispielzielen, einem Empfänger und eigenen Live-Ereignissen</translation>
    </message>
    <message>
        <source>No deliveries yet</source>
        <translation>Noch keine Zustellungen</translation>
    </message>
    <message>
        <source>They show up here as soon as something happens to an asset. Fire an event to see one.</source>
        <translation>Sie erscheinen hier, sobald etwas mit einem Asset geschieht. Ein ausgelöstes Ereignis bringt die erste.</translation>
    </message>
    <message>
        <source>Fire an event</source>
        <translation>Ereignis auslösen</translation>
    </message>
    <message>
        <source>Replay the same bytes</source>
        <translation>Dieselben Bytes erneut senden</translation>
    </message>
    <message>
        <source>Replay the latest state</source>
        <translation>Neuesten Stand erneut senden</translation>
    </message>
    <message>
        <source>Edit the delivery&apos;s target</source>
        <translation>Ziel der Zustellung bearbeiten</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>Als cURL kopieren</translation>
    </message>
    <message>
        <source>Re-send to another URL…</source>
        <translation>An andere URL senden …</translation>
    </message>
    <message>
        <source>Compare deliveries or attempts</source>
        <translation>Zustellungen oder Versuche vergleichen</translation>
    </message>
    <message>
        <source>Note on the delivery</source>
        <translation>Notiz zur Zustellung</translation>
    </message>
    <message>
        <source>Find in the payload</source>
        <translation>In den Nutzdaten suchen</translation>
    </message>
    <message>
        <source>Save the payload…</source>
        <translation>Nutzdaten speichern …</translation>
    </message>
    <message>
        <source>Replay all that match the filter</source>
        <translation>Alle zum Filter passenden erneut senden</translation>
    </message>
    <message>
        <source>Follow the newest delivery</source>
        <translation>Der neuesten Zustellung folgen</translation>
    </message>
    <message>
        <source>Filter deliveries by text</source>
        <translation>Zustellungen nach Text filtern</translation>
    </message>
    <message>
        <source>%1 The filter hides it.</source>
        <translation>%1 Der Filter blendet sie aus.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>%1 is tried now.</source>
        <translation>%1 wird jetzt versucht.</translation>
    </message>
    <message>
        <source>“%1” is tried now: what was held goes out, slowly at first.</source>
        <translation>„%1“ wird jetzt versucht: Was angehalten war, geht hinaus, zunächst langsam.</translation>
    </message>
    <message numerus="yes">
        <source>%n deliveries were cancelled.</source>
        <translation>
            <numerusform>%n Zustellung wurde abgebrochen.</numerusform>
            <numerusform>%n Zustellungen wurden abgebrochen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n deliveries? Their receivers will not be told.</source>
        <translation>
            <numerusform>%n Zustellung abbrechen? Ihr Empfänger erfährt dann nichts.</numerusform>
            <numerusform>%n Zustellungen abbrechen? Ihre Empfänger erfahren dann nichts.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel them</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Edit target…	E</source>
        <translation>Ziel bearbeiten …	E</translation>
    </message>
    <message>
        <source>Explain who was called…</source>
        <translation>Erklären, wer aufgerufen wurde …</translation>
    </message>
    <message>
        <source>Compare	D</source>
        <translation>Vergleichen	D</translation>
    </message>
    <message>
        <source>Take the mark off	Space</source>
        <translation>Markierung entfernen	Leertaste</translation>
    </message>
    <message>
        <source>Mark	Space</source>
        <translation>Markieren	Leertaste</translation>
    </message>
    <message>
        <source>Write a note	N</source>
        <translation>Notiz schreiben	N</translation>
    </message>
    <message>
        <source>Change note	N</source>
        <translation>Notiz ändern	N</translation>
    </message>
    <message>
        <source>Replay the same bytes	R</source>
        <translation>Dieselben Bytes erneut senden	R</translation>
    </message>
    <message>
        <source>Replay the latest state	Ctrl+R</source>
        <translation>Neuesten Stand erneut senden	Strg+R</translation>
    </message>
    <message>
        <source>Re-send to another URL…	Shift+E</source>
        <translation>An andere URL senden …	Umschalt+E</translation>
    </message>
    <message>
        <source>Refresh from the platform…</source>
        <translation>Von der Plattform auffrischen …</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Cancel delivery…</source>
        <translation>Zustellung abbrechen …</translation>
    </message>
    <message>
        <source>Copy as cURL	C</source>
        <translation>Als cURL kopieren	C</translation>
    </message>
    <message>
        <source>Save payload…	Ctrl+S</source>
        <translation>Nutzdaten speichern …	Strg+S</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Show only</source>
        <translation>Nur zeigen</translation>
    </message>
    <message>
        <source>This target</source>
        <translation>Dieses Ziel</translation>
    </message>
    <message>
        <source>This asset</source>
        <translation>Dieses Asset</translation>
    </message>
    <message>
        <source>This cause</source>
        <translation>Diese Ursache</translation>
    </message>
    <message>
        <source>The note was not kept: %1</source>
        <translation>Die Notiz wurde nicht behalten: %1</translation>
    </message>
    <message>
        <source>%1 is still on its way. It can be sent again once it has ended.</source>
        <translation>%1 ist noch unterwegs. Erneut senden geht, sobald sie beendet ist.</translation>
    </message>
    <message>
        <source>The target of delivery %1 was removed.</source>
        <translation>Das Ziel von Zustellung %1 wurde entfernt.</translation>
    </message>
    <message>
        <source>Looking into payloads</source>
        <translation>Durchsucht die Nutzdaten</translation>
    </message>
    <message>
        <source>Requests, answers and their headers, the newest first. What is found shows up here.</source>
        <translation>Anfragen, Antworten und ihre Header, die neuesten zuerst. Was gefunden wird, erscheint hier.</translation>
    </message>
    <message>
        <source>Find across all payloads</source>
        <translation>In allen Nutzdaten suchen</translation>
    </message>
    <message>
        <source>The saved filter “%1” is deleted.</source>
        <translation>Der gespeicherte Filter „%1“ wird gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Save filtered deliveries…</source>
        <translation>Gefilterte Zustellungen speichern …</translation>
    </message>
    <message>
        <source>As HTTPie</source>
        <translation>Als HTTPie</translation>
    </message>
    <message>
        <source>As raw request</source>
        <translation>Als rohe Anfrage</translation>
    </message>
    <message>
        <source>Rows	Ctrl+C</source>
        <translation>Zeilen	Strg+C</translation>
    </message>
    <message>
        <source>Link to this delivery</source>
        <translation>Link zu dieser Zustellung</translation>
    </message>
    <message>
        <source>Link to its target</source>
        <translation>Link zu ihrem Ziel</translation>
    </message>
    <message>
        <source>Save as HTTP Archive…</source>
        <translation>Als HTTP-Archiv speichern …</translation>
    </message>
    <message>
        <source>Save filtered…	Ctrl+Shift+S</source>
        <translation>Gefilterte speichern …	Strg+Umschalt+S</translation>
    </message>
    <message>
        <source>Details of a delivery</source>
        <translation>Details einer Zustellung</translation>
    </message>
    <message>
        <source>Beside the list in a wide window</source>
        <translation>In einem breiten Fenster neben der Liste</translation>
    </message>
    <message>
        <source>Always beside the list</source>
        <translation>Immer neben der Liste</translation>
    </message>
    <message>
        <source>Always below the list</source>
        <translation>Immer unter der Liste</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF speichern …</translation>
    </message>
</context>
<context>
    <name>callboard::DeliveryAdvice</name>
    <message>
        <source>%1 refused the credentials (%2). Check the target&apos;s Authorization header.</source>
        <translation>%1 hat die Anmeldung abgelehnt (%2). Den Authorization-Header des Ziels prüfen.</translation>
    </message>
    <message>
        <source>%1 knows no such address (404). Check the path in the target&apos;s URL.</source>
        <translation>%1 kennt diese Adresse nicht (404). Den Pfad in der URL des Ziels prüfen.</translation>
    </message>
    <message>
        <source>%1 says the callback is gone for good (410). The target is switched off and keeps what comes; enable it again once the receiver is back.</source>
        <translation>Laut %1 gibt es den Callback endgültig nicht mehr (410). Das Ziel ist abgeschaltet und behält, was kommt; wieder aktivieren, sobald der Empfänger zurück ist.</translation>
    </message>
    <message>
        <source>%1 finds the payload too large (413). Its limit has to be raised on the receiver&apos;s side.</source>
        <translation>%1 findet die Nutzdaten zu groß (413). Die Grenze muss auf der Seite des Empfängers erhöht werden.</translation>
    </message>
    <message>
        <source>%1 is being called too often (429). Lower the target&apos;s limits or lengthen its window.</source>
        <translation>%1 wird zu oft aufgerufen (429). Die Grenzwerte des Ziels senken oder sein Zeitfenster verlängern.</translation>
    </message>
    <message>
        <source>%1 failed while it handled the callback (%2). The fault is on the receiver&apos;s side; its log tells more.</source>
        <translation>%1 ist beim Verarbeiten des Callbacks gescheitert (%2). Der Fehler liegt beim Empfänger; sein Protokoll sagt mehr.</translation>
    </message>
    <message>
        <source>%1 did not accept the request (%2). Compare what was sent with what it expects; its answer is in Response.</source>
        <translation>%1 hat die Anfrage nicht angenommen (%2). Das Gesendete mit dem Erwarteten vergleichen; die Antwort steht unter Antwort.</translation>
    </message>
    <message>
        <source>%1 points to another address (%2), which Callboard does not follow. Enter the new address in the target.</source>
        <translation>%1 verweist auf eine andere Adresse (%2), der Callboard nicht folgt. Die neue Adresse im Ziel eintragen.</translation>
    </message>
    <message>
        <source>%1 answered with %2, which does not mean success.</source>
        <translation>%1 hat mit %2 geantwortet; das bedeutet keinen Erfolg.</translation>
    </message>
    <message>
        <source>The name %1 can&apos;t be found. Check the target&apos;s URL, or this machine&apos;s DNS.</source>
        <translation>Der Name %1 ist nicht zu finden. Die URL des Ziels oder das DNS dieses Rechners prüfen.</translation>
    </message>
    <message>
        <source>%1 refused the connection (port %2). The receiver is down or a firewall blocks it.</source>
        <translation>%1 hat die Verbindung abgelehnt (Port %2). Der Empfänger ist außer Betrieb oder eine Firewall sperrt sie.</translation>
    </message>
    <message>
        <source>There is no way to %1 from here. Check this machine&apos;s network or the receiver&apos;s address.</source>
        <translation>Von hier führt kein Weg zu %1. Das Netz dieses Rechners oder die Adresse des Empfängers prüfen.</translation>
    </message>
    <message>
        <source>%1 did not take the connection in time (port %2). The receiver is down or a firewall drops it.</source>
        <translation>%1 hat die Verbindung nicht rechtzeitig angenommen (Port %2). Der Empfänger ist außer Betrieb oder eine Firewall verwirft sie.</translation>
    </message>
    <message>
        <source>No trusted connection to %1: %2. The receiver&apos;s certificate has to be put right.</source>
        <translation>Keine vertrauenswürdige Verbindung zu %1: %2. Das Zertifikat des Empfängers muss in Ordnung gebracht werden.</translation>
    </message>
    <message>
        <source>The address of %1 is not one this target may call: %2. Allow internal addresses in the target if that is meant.</source>
        <translation>Die Adresse von %1 darf dieses Ziel nicht aufrufen: %2. Falls das so gewollt ist, im Ziel interne Adressen erlauben.</translation>
    </message>
    <message>
        <source>The request left, and %1 did not answer in time. It may have taken it: look there before sending it again.</source>
        <translation>Die Anfrage ging hinaus, und %1 hat nicht rechtzeitig geantwortet. Vielleicht ist sie angekommen: Vor dem nächsten Senden dort nachsehen.</translation>
    </message>
    <message>
        <source>%1 closed the connection before its answer was complete. It may have taken the request: look there before sending it again.</source>
        <translation>%1 hat die Verbindung geschlossen, bevor die Antwort vollständig war. Vielleicht ist die Anfrage angekommen: Vor dem nächsten Senden dort nachsehen.</translation>
    </message>
    <message>
        <source>What %1 answered is not HTTP. Check the port in the target&apos;s URL.</source>
        <translation>Was %1 geantwortet hat, ist kein HTTP. Den Port in der URL des Ziels prüfen.</translation>
    </message>
    <message>
        <source>The request can&apos;t be sent as the target is set up: %1. Edit the target.</source>
        <translation>Die Anfrage lässt sich so, wie das Ziel eingerichtet ist, nicht senden: %1. Das Ziel bearbeiten.</translation>
    </message>
    <message>
        <source>Callboard ended while the request was under way. %1 may have taken it.</source>
        <translation>Callboard wurde beendet, während die Anfrage unterwegs war. %1 hat sie vielleicht angenommen.</translation>
    </message>
    <message>
        <source>The request was cancelled here.</source>
        <translation>Die Anfrage wurde hier abgebrochen.</translation>
    </message>
    <message>
        <source>Trying again %1.</source>
        <comment>followed by in 5 min or due now</comment>
        <translation>Neuer Versuch %1.</translation>
    </message>
    <message>
        <source>It is not tried again by itself: replay it if it did not arrive.</source>
        <translation>Es gibt keinen weiteren Versuch von selbst: erneut senden, falls sie nicht angekommen ist.</translation>
    </message>
    <message>
        <source>It is not tried again by itself: replay it once that is mended.</source>
        <translation>Es gibt keinen weiteren Versuch von selbst: erneut senden, sobald das behoben ist.</translation>
    </message>
    <message>
        <source>Newer events for this asset replace what is sent until the window closes, %1.</source>
        <translation>Neuere Ereignisse zu diesem Asset ersetzen das zu Sendende, bis sich das Zeitfenster schließt, %1.</translation>
    </message>
    <message>
        <source>Kept, not sent, to spare the receiver. %1 Single attempts go on by themselves; once one arrives, everything that is held goes out.</source>
        <translation>Aufbewahrt und nicht gesendet, um den Empfänger zu schonen. %1 Einzelne Versuche laufen von selbst weiter; sobald einer ankommt, geht alles Angehaltene hinaus.</translation>
    </message>
    <message>
        <source>Kept, not sent, while its target is paused or disabled.</source>
        <translation>Aufbewahrt und nicht gesendet, solange das Ziel pausiert oder deaktiviert ist.</translation>
    </message>
    <message>
        <source>Kept, not sent: %1</source>
        <translation>Aufbewahrt und nicht gesendet: %1</translation>
    </message>
    <message>
        <source>%1 Check the proxy in the target.</source>
        <translation>%1 Den Proxy im Ziel prüfen.</translation>
    </message>
    <message>
        <source>%1 Check the certificates in the target.</source>
        <translation>%1 Die Zertifikate im Ziel prüfen.</translation>
    </message>
</context>
<context>
    <name>callboard::DeliveryColumns</name>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
    <message>
        <source>Move “%1” left</source>
        <translation>„%1“ nach links</translation>
    </message>
    <message>
        <source>Move “%1” right</source>
        <translation>„%1“ nach rechts</translation>
    </message>
    <message>
        <source>Make “%1” wider</source>
        <translation>„%1“ breiter</translation>
    </message>
    <message>
        <source>Make “%1” narrower</source>
        <translation>„%1“ schmaler</translation>
    </message>
</context>
<context>
    <name>callboard::DeliveryInspector</name>
    <message>
        <source>There is no payload here to save.</source>
        <translation>Hier sind keine Nutzdaten zu speichern.</translation>
    </message>
    <message>
        <source>Save payload</source>
        <translation>Nutzdaten speichern</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 ließ sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>%1 saved to %2.</source>
        <translation>%1 gespeichert in %2.</translation>
    </message>
    <message>
        <source>This e-mail has no attachment.</source>
        <translation>Diese E-Mail hat keinen Anhang.</translation>
    </message>
    <message>
        <source>This request has no body.</source>
        <translation>Diese Anfrage hat keinen Body.</translation>
    </message>
    <message>
        <source>No answer yet.</source>
        <translation>Noch keine Antwort.</translation>
    </message>
    <message>
        <source>No answer came. %1</source>
        <translation>Keine Antwort gekommen. %1</translation>
    </message>
    <message>
        <source>This answer has no body.</source>
        <translation>Diese Antwort hat keinen Body.</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>Noch ist nichts gesendet worden.</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Detailbereich</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Nutzdaten</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Delivery %1</source>
        <translation>Zustellung %1</translation>
    </message>
    <message>
        <source>sent to another URL</source>
        <translation>an eine andere URL gesendet</translation>
    </message>
    <message>
        <source>replayed as %1</source>
        <translation>erneut gesendet als %1</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Absorbed</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Copied as cURL. Secret values are masked.</source>
        <translation>Als cURL kopiert. Geheime Werte sind unkenntlich.</translation>
    </message>
    <message>
        <source>Copied as HTTPie. Secret values are masked.</source>
        <translation>Als HTTPie kopiert. Geheime Werte sind unkenntlich.</translation>
    </message>
    <message>
        <source>Copied as a raw request. Secret values are masked.</source>
        <translation>Als rohe Anfrage kopiert. Geheime Werte sind unkenntlich.</translation>
    </message>
</context>
<context>
    <name>callboard::DeliveryListModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Mark (Space) and note (N)</source>
        <translation>Markierung (Leertaste) und Notiz (N)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>fällig %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>Delivery %1</source>
        <translation>Zustellung %1</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Fällig %1</translation>
    </message>
    <message>
        <source>Created %1</source>
        <translation>Angelegt %1</translation>
    </message>
    <message>
        <source>Finished %1</source>
        <translation>Beendet %1</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Zustellung</translation>
    </message>
    <message>
        <source>Duration (ms)</source>
        <translation>Dauer (ms)</translation>
    </message>
</context>
<context>
    <name>callboard::DeliveryReport</name>
    <message>
        <source>The first %1 of %2.</source>
        <translation>Die ersten %1 von %2.</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Hinausgegangen</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Zurückgekommen</translation>
    </message>
    <message>
        <source>Delivery %1</source>
        <translation>Zustellung %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>webhook-id</source>
        <translation>webhook-id</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>Eingegangen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Zustellungen</translation>
    </message>
</context>
<context>
    <name>callboard::DeliveryTable</name>
    <message>
        <source>Deliveries</source>
        <translation>Zustellungen</translation>
    </message>
</context>
<context>
    <name>callboard::DeliveryText</name>
    <message>
        <source>%1 d ago</source>
        <translation>vor %1 d</translation>
    </message>
    <message>
        <source>in %1 d</source>
        <translation>in %1 d</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>in %1 h</source>
        <translation>in %1 h</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>in %1 min</source>
        <translation>in %1 min</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>in %1 s</translation>
    </message>
    <message>
        <source>%1 %2 ms</source>
        <comment>phase and its length</comment>
        <translation>%1 %2 ms</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>In doubt, retrying</source>
        <translation>Ungewiss, neuer Versuch</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>Neuer Versuch</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Ungewiss</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>%1 ×%2</source>
        <translation>%1 ×%2</translation>
    </message>
    <message>
        <source>&lt;1 ms</source>
        <translation>&lt;1 ms</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>due now</source>
        <translation>jetzt fällig</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>%1 from the mail server</source>
        <translation>%1 vom Mailserver</translation>
    </message>
    <message>
        <source>Replay of %1, latest state</source>
        <translation>Erneut von %1, neuester Stand</translation>
    </message>
    <message>
        <source>Replay of %1, same bytes</source>
        <translation>Erneut von %1, dieselben Bytes</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>read</source>
        <translation>Lesen</translation>
    </message>
</context>
<context>
    <name>callboard::Desktop</name>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Zustellungen</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Assets</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>Go to delivery %1</source>
        <translation>Zu Zustellung %1</translation>
    </message>
    <message>
        <source>Target %1</source>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <source>Edit target “%1”</source>
        <translation>Ziel „%1“ bearbeiten</translation>
    </message>
    <message>
        <source>Show deliveries of “%1”</source>
        <translation>Zustellungen von „%1“ zeigen</translation>
    </message>
    <message>
        <source>The demo opens in a window of its own. Nothing of it comes into this workspace.</source>
        <translation>Die Demo öffnet sich in einem eigenen Fenster. Nichts davon gelangt in diesen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>The demo can&apos;t be started.</source>
        <translation>Die Demo lässt sich nicht starten.</translation>
    </message>
    <message>
        <source>There is no delivery %1 in this workspace.</source>
        <translation>In diesem Arbeitsbereich gibt es keine Zustellung %1.</translation>
    </message>
    <message>
        <source>This is not a link that Callboard knows: %1</source>
        <translation>Diesen Link kennt Callboard nicht: %1</translation>
    </message>
    <message>
        <source>The workspace was brought up to date for this version. As it was before it is kept in %1.</source>
        <translation>Der Arbeitsbereich wurde auf den Stand dieser Version gebracht. Wie er zuvor war, liegt er in %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n deliveries to %1 are sent again.</source>
        <translation>
            <numerusform>%n Zustellung an %1 wird erneut gesendet.</numerusform>
            <numerusform>%n Zustellungen an %1 werden erneut gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>The event is not in the workspace any more.</source>
        <translation>Das Ereignis ist nicht mehr im Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Go to delivery %1 about “%2”</source>
        <translation>Zu Zustellung %1 über „%2“</translation>
    </message>
    <message>
        <source>Finish what is open first.</source>
        <translation>Erst abschließen, was offen ist.</translation>
    </message>
    <message>
        <source>Make private</source>
        <translation>Nur für mich</translation>
    </message>
    <message>
        <source>The workspace is yours alone now.</source>
        <translation>Der Arbeitsbereich gehört jetzt Ihnen allein.</translation>
    </message>
    <message>
        <source>%1 What is owed to targets with secrets is held; everything else goes on.</source>
        <translation>%1 Was Zielen mit Geheimnissen aussteht, bleibt angehalten; alles andere geht weiter.</translation>
    </message>
    <message>
        <source>The vault is open. What was held for it leaves now.</source>
        <translation>Der Tresor ist offen. Was seinetwegen angehalten war, geht jetzt hinaus.</translation>
    </message>
    <message>
        <source>Still closed. %1</source>
        <translation>Noch immer zu. %1</translation>
    </message>
</context>
<context>
    <name>callboard::DifferencePane</name>
    <message>
        <source>not there</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>What the platform&apos;s answer differs in</source>
        <translation>Worin sich die Antwort der Plattform unterscheidet</translation>
    </message>
    <message>
        <source>What differs in the platform&apos;s record</source>
        <translation>Unterschiede im Datensatz der Plattform</translation>
    </message>
    <message>
        <source>Dismiss what differs</source>
        <translation>Unterschiede ausblenden</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>callboard::DifferenceTable</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Unterschiede</translation>
    </message>
</context>
<context>
    <name>callboard::DiscardBar</name>
    <message>
        <source>&amp;Keep editing</source>
        <translation>&amp;Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Discard changes</source>
        <translation>Änderungen &amp;verwerfen</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>The changes are not saved.</source>
        <translation>Die Änderungen sind nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>callboard::DoorGroup</name>
    <message>
        <source>Door</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Where events, published assets and encoders&apos; notifications come in. Each system that speaks to it can have a token of its own.</source>
        <translation>Hier kommen Ereignisse, veröffentlichte Assets und Meldungen der Encoder an. Jedes System, das mit dem Eingang spricht, kann ein eigenes Token haben.</translation>
    </message>
    <message>
        <source>Address of the door</source>
        <translation>Adresse des Eingangs</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>zu</translation>
    </message>
    <message>
        <source>This window&apos;s door listens on this machine alone. For a network run “callboard serve” with a certificate: the manual has a page about it.</source>
        <translation>Der Eingang dieses Fensters ist nur auf diesem Rechner erreichbar. Für ein Netz „callboard serve“ mit einem Zertifikat starten: Das Handbuch hat eine Seite darüber.</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>intake port token scope bearer TLS HTTP</source>
        <translation>Eingang Port Token Berechtigung Bearer TLS HTTP</translation>
    </message>
    <message>
        <source>Tokens of the door</source>
        <translation>Tokens des Eingangs</translation>
    </message>
    <message>
        <source>No tokens yet</source>
        <translation>Noch keine Tokens</translation>
    </message>
    <message>
        <source>The door&apos;s own token may do everything, for everybody who carries it. Give each system one that may do what it needs and can be ended alone.</source>
        <translation>Das eigene Token des Eingangs darf alles, für jeden, der es trägt. Jedem System ein Token geben, das darf, was es braucht, und allein beendet werden kann.</translation>
    </message>
    <message>
        <source>New token…</source>
        <translation>Neues Token …</translation>
    </message>
    <message>
        <source>N&amp;ew token…</source>
        <translation>N&amp;eues Token …</translation>
    </message>
    <message>
        <source>For one system more</source>
        <translation>Für ein weiteres System</translation>
    </message>
    <message>
        <source>&amp;Rotate…</source>
        <translation>E&amp;rneuern …</translation>
    </message>
    <message>
        <source>A new token of the same name and scopes</source>
        <translation>Ein neues Token mit demselben Namen und denselben Berechtigungen</translation>
    </message>
    <message>
        <source>Re&amp;voke…</source>
        <translation>&amp;Widerrufen …</translation>
    </message>
    <message>
        <source>It opens nothing any more</source>
        <translation>Es öffnet nichts mehr</translation>
    </message>
</context>
<context>
    <name>callboard::DoorTokenForm</name>
    <message>
        <source>Name of the new token</source>
        <translation>Name des neuen Tokens</translation>
    </message>
    <message>
        <source>such as the system that will carry it</source>
        <translation>etwa das System, das es tragen wird</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>events: post events</source>
        <translation>events: Ereignisse senden</translation>
    </message>
    <message>
        <source>publish: publish assets with callbacks of their own</source>
        <translation>publish: Assets mit eigenen Callbacks veröffentlichen</translation>
    </message>
    <message>
        <source>read: ask what is known of an asset</source>
        <translation>read: fragen, was von einem Asset bekannt ist</translation>
    </message>
    <message>
        <source>notify: pass on an encoder&apos;s notifications</source>
        <translation>notify: Meldungen eines Encoders weiterleiten</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Darf</translation>
    </message>
    <message>
        <source>How long the token lasts</source>
        <translation>Wie lange das Token gilt</translation>
    </message>
    <message>
        <source>until it is revoked</source>
        <translation>bis zum Widerruf</translation>
    </message>
    <message>
        <source>for 30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>for 90 days</source>
        <translation>90 Tage</translation>
    </message>
    <message>
        <source>for a year</source>
        <translation>ein Jahr</translation>
    </message>
    <message>
        <source>&amp;Lasts</source>
        <translation>&amp;Gilt</translation>
    </message>
</context>
<context>
    <name>callboard::DoorTokenModel</name>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>has ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>%1, begins with %2</source>
        <translation>%1, beginnt mit %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Darf</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
</context>
<context>
    <name>callboard::DoorTokenPane</name>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>How long the token before is taken</source>
        <translation>Wie lange das bisherige Token gilt</translation>
    </message>
    <message>
        <source>ends at once</source>
        <translation>endet sofort</translation>
    </message>
    <message>
        <source>is taken for 1 h</source>
        <translation>gilt noch 1 h</translation>
    </message>
    <message>
        <source>is taken for 24 h</source>
        <translation>gilt noch 24 h</translation>
    </message>
    <message>
        <source>is taken for 7 days</source>
        <translation>gilt noch 7 Tage</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>Das bisherige</translation>
    </message>
    <message>
        <source>The new token</source>
        <translation>Das neue Token</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the new token</source>
        <translation>Das neue Token kopieren</translation>
    </message>
    <message>
        <source>It leaves the clipboard after 30 s</source>
        <translation>Er verschwindet nach 30 s aus der Zwischenablage</translation>
    </message>
    <message>
        <source>Make the token</source>
        <translation>Token anlegen</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>A token of its own for one system: it may do no more than this, and ends without the others.</source>
        <translation>Ein eigenes Token für ein System: Es darf nur das Folgende und endet ohne die anderen.</translation>
    </message>
    <message>
        <source>“%1” gets a new token of the same scopes. Put it where the one before is, within the time that this one is still taken.</source>
        <translation>„%1“ bekommt ein neues Token mit denselben Berechtigungen. Es dort einsetzen, wo das bisherige steht, solange dieses noch gilt.</translation>
    </message>
    <message>
        <source>It was last used at %1.</source>
        <translation>Zuletzt benutzt: %1.</translation>
    </message>
    <message>
        <source>It was never used.</source>
        <translation>Es wurde nie benutzt.</translation>
    </message>
    <message>
        <source>Whoever carries “%1” is refused from now on.</source>
        <translation>Wer „%1“ trägt, wird ab jetzt abgewiesen.</translation>
    </message>
    <message>
        <source>The token of “%1”. It is shown this once: Callboard keeps nothing that could be turned back into it.</source>
        <translation>Das Token von „%1“. Es wird nur dieses eine Mal gezeigt: Callboard behält nichts, woraus es sich wiederherstellen ließe.</translation>
    </message>
</context>
<context>
    <name>callboard::DoorTokenProblem</name>
    <message>
        <source>A token needs a name, such as the system that will carry it.</source>
        <translation>Ein Token braucht einen Namen, etwa den des Systems, das es tragen wird.</translation>
    </message>
    <message>
        <source>A token&apos;s name has at most %1 characters.</source>
        <translation>Der Name eines Tokens hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>A token&apos;s name is one line of plain characters.</source>
        <translation>Der Name eines Tokens ist eine Zeile aus gewöhnlichen Zeichen.</translation>
    </message>
    <message>
        <source>A token&apos;s name is not the token.</source>
        <translation>Der Name eines Tokens ist nicht das Token selbst.</translation>
    </message>
    <message>
        <source>A token needs a scope: events, publish, read or notify.</source>
        <translation>Ein Token braucht eine Berechtigung: events, publish, read oder notify.</translation>
    </message>
    <message>
        <source>There is a token “%1” already. Rotate it, or take another name.</source>
        <translation>Es gibt schon ein Token „%1“. Es erneuern oder einen anderen Namen nehmen.</translation>
    </message>
    <message>
        <source>“%1” is the door&apos;s own token. Take another name.</source>
        <translation>„%1“ ist das eigene Token des Eingangs. Einen anderen Namen nehmen.</translation>
    </message>
    <message>
        <source>There is no token “%1”.</source>
        <translation>Es gibt kein Token „%1“.</translation>
    </message>
</context>
<context>
    <name>callboard::DraftKeeper</name>
    <message>
        <source>%1 The target was changed since.</source>
        <translation>%1 Das Ziel wurde seitdem geändert.</translation>
    </message>
    <message>
        <source>%1 Secret values were not kept: type them again.</source>
        <translation>%1 Geheime Werte wurden nicht behalten: neu eingeben.</translation>
    </message>
    <message>
        <source>There are changes from %1 that were not saved.</source>
        <translation>Es gibt Änderungen von %1, die nicht gespeichert wurden.</translation>
    </message>
</context>
<context>
    <name>callboard::Drop</name>
    <message>
        <source>The text</source>
        <translation>Der Text</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MiB.</source>
        <translation>%1 ist größer als 1 MiB.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 is not a file that can be read.</source>
        <translation>%1 ist keine lesbare Datei.</translation>
    </message>
    <message>
        <source>%1 could not be opened: %2</source>
        <translation>%1 ließ sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>%1 is no text in UTF-8.</source>
        <translation>%1 ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>%1 is neither a record (JSON or XML) nor a definition of targets, a curl command or an address.</source>
        <translation>%1 ist weder ein Datensatz (JSON oder XML) noch eine Definition von Zielen, ein curl-Befehl oder eine Adresse.</translation>
    </message>
    <message>
        <source>This can&apos;t be dropped here. One file, an address or a curl command can.</source>
        <translation>Das lässt sich hier nicht ablegen, wohl aber eine einzelne Datei, eine Adresse oder ein curl-Befehl.</translation>
    </message>
</context>
<context>
    <name>callboard::EditDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Saves the changes (Enter)</source>
        <translation>Speichert die Änderungen (Eingabe)</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
</context>
<context>
    <name>callboard::EncoderPane</name>
    <message>
        <source>Notifications</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>No notification of an encoder has come for this asset. Encoders send them to the door, POST /v1/encoders/zencoder.</source>
        <translation>Zu diesem Asset ist keine Meldung eines Encoders gekommen. Encoder senden sie an den Eingang, POST /v1/encoders/zencoder.</translation>
    </message>
    <message>
        <source>Nothing came yet</source>
        <translation>Noch nichts gekommen</translation>
    </message>
    <message>
        <source>Notifications that came</source>
        <translation>Eingegangene Meldungen</translation>
    </message>
</context>
<context>
    <name>callboard::EventForm</name>
    <message>
        <source>Trigger</source>
        <translation>Auslöser</translation>
    </message>
    <message>
        <source>Asset id</source>
        <translation>Asset-ID</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Record, JSON or XML</source>
        <translation>Datensatz, JSON oder XML</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Paste the asset&apos;s record as JSON or XML.</source>
        <translation>Den Datensatz des Assets als JSON oder XML einfügen.</translation>
    </message>
    <message>
        <source>Use the sam&amp;ple</source>
        <translation>Beispie&amp;l verwenden</translation>
    </message>
    <message>
        <source>Use the sample record</source>
        <translation>Den Beispieldatensatz verwenden</translation>
    </message>
    <message>
        <source>Puts the document&apos;s own record for this trigger below</source>
        <translation>Setzt den Datensatz, den das Dokument zu diesem Auslöser zeigt, unten ein</translation>
    </message>
    <message>
        <source>&amp;Trigger</source>
        <translation>&amp;Auslöser</translation>
    </message>
    <message>
        <source>&amp;Asset</source>
        <translation>A&amp;sset</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>&amp;Projekt</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Datensatz</translation>
    </message>
    <message>
        <source>Paste a record, or use the sample.</source>
        <translation>Einen Datensatz einfügen oder das Beispiel verwenden.</translation>
    </message>
    <message>
        <source>Name the asset it happened to.</source>
        <translation>Das Asset nennen, dem es geschah.</translation>
    </message>
    <message>
        <source>Recent assets</source>
        <translation>Neueste Assets</translation>
    </message>
    <message>
        <source>Takes an asset that is known, with its record as it is now</source>
        <translation>Nimmt ein bekanntes Asset mit seinem heutigen Datensatz</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>XML record, %1 fields.</source>
        <translation>XML-Datensatz, %1 Felder.</translation>
    </message>
    <message>
        <source>JSON record, %1 fields.</source>
        <translation>JSON-Datensatz, %1 Felder.</translation>
    </message>
    <message>
        <source>%1  ·  %2</source>
        <translation>%1  ·  %2</translation>
    </message>
    <message>
        <source>Rece&amp;nt</source>
        <translation>&amp;Neueste</translation>
    </message>
    <message>
        <source>No asset with a record is known yet</source>
        <translation>Noch ist kein Asset mit einem Datensatz bekannt</translation>
    </message>
</context>
<context>
    <name>callboard::EventsPane</name>
    <message>
        <source>This event carries no record.</source>
        <translation>Dieses Ereignis bringt keinen Datensatz mit.</translation>
    </message>
    <message>
        <source>Absorbed events</source>
        <translation>Aufgenommene Ereignisse</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1</translation>
    </message>
    <message>
        <source>Shows the delivery that took its place</source>
        <translation>Zeigt die Zustellung, die an ihre Stelle trat</translation>
    </message>
</context>
<context>
    <name>callboard::ExchangePane</name>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Request as sent</source>
        <translation>Anfrage, wie gesendet</translation>
    </message>
    <message>
        <source>Answer as received</source>
        <translation>Antwort, wie empfangen</translation>
    </message>
    <message>
        <source>Send a test to see the request here.</source>
        <translation>Einen Test senden, um hier die Anfrage zu sehen.</translation>
    </message>
    <message>
        <source>Send a test to see the answer here.</source>
        <translation>Einen Test senden, um hier die Antwort zu sehen.</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Answer of %1</source>
        <translation>Antwort von %1</translation>
    </message>
    <message>
        <source> (cut, %1 arrived)</source>
        <translation> (abgeschnitten, %1 angekommen)</translation>
    </message>
</context>
<context>
    <name>callboard::ExplainDialog</name>
    <message>
        <source>There were no targets when it came in: nobody was called.</source>
        <translation>Als es eintraf, gab es keine Ziele: Niemand wurde aufgerufen.</translation>
    </message>
    <message>
        <source>Calls not done yet: %1.</source>
        <translation>Noch nicht erledigte Aufrufe: %1.</translation>
    </message>
    <message>
        <source>Targets of which no record is kept: %1.</source>
        <translation>Ziele, zu denen nichts aufbewahrt ist: %1.</translation>
    </message>
    <message>
        <source>%1  ·  %2  ·  event %3 from %4  ·  %5</source>
        <translation>%1  ·  %2  ·  Ereignis %3 von %4  ·  %5</translation>
    </message>
    <message>
        <source>Who was called</source>
        <translation>Wer aufgerufen wurde</translation>
    </message>
    <message>
        <source>Who was called, and why</source>
        <translation>Wer aufgerufen wurde, und warum</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>In Kürze</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Targets, what became of each call, and why</source>
        <translation>Ziele, was aus jedem Aufruf wurde, und warum</translation>
    </message>
    <message>
        <source>&amp;Open delivery</source>
        <translation>Zustellung &amp;öffnen</translation>
    </message>
    <message>
        <source>Open delivery</source>
        <translation>Zustellung öffnen</translation>
    </message>
    <message>
        <source>Shows the delivery that carries the event to the chosen target (Enter, double click)</source>
        <translation>Zeigt die Zustellung, die dem gewählten Ziel das Ereignis bringt (Eingabe, Doppelklick)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n targets were called.</source>
        <translation>
            <numerusform>%1 von %n Ziel wurde aufgerufen.</numerusform>
            <numerusform>%1 von %n Zielen wurden aufgerufen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::Explanation</name>
    <message>
        <source>the target is paused</source>
        <translation>das Ziel ist pausiert</translation>
    </message>
    <message>
        <source>its receiver said it is gone (410)</source>
        <translation>sein Empfänger hat gesagt, dass es ihn nicht mehr gibt (410)</translation>
    </message>
    <message>
        <source>no mail server is set up</source>
        <translation>kein Mailserver ist eingerichtet</translation>
    </message>
    <message>
        <source>its circuit is open after failures</source>
        <translation>sein Schutzschalter ist nach Fehlschlägen offen</translation>
    </message>
    <message>
        <source>it would join delivery %1, which has not left yet</source>
        <translation>es käme zu Zustellung %1, die noch nicht hinausgegangen ist</translation>
    </message>
    <message>
        <source>1 attempt</source>
        <translation>1 Versuch</translation>
    </message>
    <message>
        <source>%1 attempts</source>
        <translation>%1 Versuchen</translation>
    </message>
    <message>
        <source>its window is open, and newer events join it</source>
        <translation>ihr Zeitfenster ist offen, und neuere Ereignisse kommen hinzu</translation>
    </message>
    <message>
        <source>it has not left yet</source>
        <translation>sie ist noch nicht hinausgegangen</translation>
    </message>
    <message>
        <source>it is under way</source>
        <translation>sie ist unterwegs</translation>
    </message>
    <message>
        <source>it is tried again after %1: %2</source>
        <translation>wird nach %1 erneut versucht: %2</translation>
    </message>
    <message>
        <source>it is held</source>
        <translation>sie ist angehalten</translation>
    </message>
    <message>
        <source>delivered after %1</source>
        <translation>zugestellt nach %1</translation>
    </message>
    <message>
        <source>answered %1 after %2</source>
        <translation>mit %1 beantwortet nach %2</translation>
    </message>
    <message>
        <source>given up after %1: %2</source>
        <translation>aufgegeben nach %1: %2</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>sie wurde abgebrochen</translation>
    </message>
    <message>
        <source>merged into delivery %1, which carries a newer state; %2</source>
        <translation>zusammengefasst in Zustellung %1, die einen neueren Stand trägt; %2</translation>
    </message>
    <message>
        <source>superseded by delivery %1, which carries a newer state</source>
        <translation>überholt von Zustellung %1, die einen neueren Stand trägt</translation>
    </message>
    <message>
        <source>its delivery is not kept any more</source>
        <translation>seine Zustellung ist nicht mehr aufbewahrt</translation>
    </message>
    <message>
        <source>what it wanted then is not recorded, and no delivery carries the event</source>
        <translation>was es damals wollte, ist nicht verzeichnet, und keine Zustellung trägt das Ereignis</translation>
    </message>
    <message>
        <source>Nothing has happened to asset “%1” yet.</source>
        <translation>Mit Asset „%1“ ist noch nichts geschehen.</translation>
    </message>
</context>
<context>
    <name>callboard::ExportFlow</name>
    <message>
        <source>Save filtered deliveries</source>
        <translation>Gefilterte Zustellungen speichern</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Save as HTTP Archive</source>
        <translation>Als HTTP-Archiv speichern</translation>
    </message>
    <message>
        <source>HTTP Archive (*.har)</source>
        <translation>HTTP-Archiv (*.har)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 ließ sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>Saving: %1 deliveries are written.</source>
        <translation>Wird gespeichert: %1 Zustellungen sind geschrieben.</translation>
    </message>
    <message>
        <source>Saving: %1 of %2 deliveries are written.</source>
        <translation>Wird gespeichert: %1 von %2 Zustellungen sind geschrieben.</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>Nichts wurde gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%n deliveries are saved to %1.</source>
        <translation>
            <numerusform>%n Zustellung ist in %1 gespeichert.</numerusform>
            <numerusform>%n Zustellungen sind in %1 gespeichert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells that begin as a formula does (= + - @) have an apostrophe in front, so that no spreadsheet runs them.</source>
        <translation>
            <numerusform>%n Zelle, die wie eine Formel beginnt (= + - @), hat einen Apostroph davor, damit keine Tabellenkalkulation sie ausführt.</numerusform>
            <numerusform>%n Zellen, die wie eine Formel beginnen (= + - @), haben einen Apostroph davor, damit keine Tabellenkalkulation sie ausführt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::FailureWatch</name>
    <message numerus="yes">
        <source>%n deliveries to %1 failed</source>
        <translation>
            <numerusform>%n Zustellung an %1 fehlgeschlagen</numerusform>
            <numerusform>%n Zustellungen an %1 fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>The last one: %1</source>
        <translation>Die letzte: %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Erneut senden</translation>
    </message>
</context>
<context>
    <name>callboard::FigureButton</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>callboard::FigureRow</name>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Shows what arrived</source>
        <translation>Zeigt, was angekommen ist</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Shows what failed</source>
        <translation>Zeigt, was fehlgeschlagen ist</translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation>Erfolgsquote</translation>
    </message>
    <message>
        <source>Of what was delivered or failed. Shows both</source>
        <translation>Unter dem, was zugestellt wurde oder fehlschlug. Zeigt beides</translation>
    </message>
    <message>
        <source>Answer p50 · p95</source>
        <translation>Antwort p50 · p95</translation>
    </message>
    <message>
        <source>Half of the attempts that were answered took at most the first, 95 of a hundred the second</source>
        <translation>Die Hälfte der beantworteten Versuche dauerte höchstens den ersten Wert, 95 von hundert höchstens den zweiten</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>Shows what is on its way</source>
        <translation>Zeigt, was unterwegs ist</translation>
    </message>
    <message>
        <source>Oldest waiting</source>
        <translation>Wartet am längsten</translation>
    </message>
    <message>
        <source>Shows the delivery that has waited longest</source>
        <translation>Zeigt die Zustellung, die am längsten wartet</translation>
    </message>
    <message>
        <source>Unexplained</source>
        <translation>Ungeklärt</translation>
    </message>
    <message>
        <source>Events that have not exactly one outcome for each target. Recounts them</source>
        <translation>Ereignisse, die nicht für jedes Ziel genau ein Ergebnis haben. Zählt sie nach</translation>
    </message>
    <message>
        <source>Backlog · %1 held</source>
        <translation>Rückstand · %1 angehalten</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>callboard::FilterBar</name>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>All targets</source>
        <translation>Alle Ziele</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last 24 h</source>
        <translation>Letzte 24 h</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Time range…</source>
        <translation>Zeitraum …</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Markiert</translation>
    </message>
    <message>
        <source>Marked deliveries only</source>
        <translation>Nur markierte Zustellungen</translation>
    </message>
    <message>
        <source>Only what was marked with Space</source>
        <translation>Nur, was mit der Leertaste markiert wurde</translation>
    </message>
    <message>
        <source>asset %1</source>
        <translation>Asset %1</translation>
    </message>
    <message>
        <source>cause %1</source>
        <translation>Ursache %1</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Alle Zustände</translation>
    </message>
    <message numerus="yes">
        <source>%n states</source>
        <translation>
            <numerusform>%n Zustand</numerusform>
            <numerusform>%n Zustände</numerusform>
        </translation>
    </message>
    <message>
        <source>States: %1</source>
        <translation>Zustände: %1</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Text, or state:failed code:5xx dur&gt;2s …  ( / )</source>
        <translation>Text, oder state:failed code:5xx dur&gt;2s …  ( / )</translation>
    </message>
</context>
<context>
    <name>callboard::FilterChip</name>
    <message>
        <source>%1, take off</source>
        <translation>%1, wegnehmen</translation>
    </message>
    <message>
        <source>%1. Click to take it off.</source>
        <translation>%1. Klicken nimmt den Filter weg.</translation>
    </message>
</context>
<context>
    <name>callboard::FilterMenu</name>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Saved and recent filters</source>
        <translation>Gespeicherte und letzte Filter</translation>
    </message>
    <message>
        <source>Save this filter as…</source>
        <translation>Diesen Filter speichern unter …</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>Save filter</source>
        <translation>Filter speichern</translation>
    </message>
    <message>
        <source>Rename filter</source>
        <translation>Filter umbenennen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>callboard::FilterProblem</name>
    <message>
        <source>There is no “%1”. Known are %2; text that has a colon goes in quotation marks.</source>
        <translation>„%1“ gibt es nicht. Bekannt sind %2; Text mit einem Doppelpunkt gehört in Anführungszeichen.</translation>
    </message>
    <message>
        <source>There is no %1 “%2”.</source>
        <translation>Für %1 gibt es „%2“ nicht.</translation>
    </message>
    <message>
        <source>There is no %1 “%2”. Known are %3.</source>
        <translation>Für %1 gibt es „%2“ nicht. Bekannt sind %3.</translation>
    </message>
    <message>
        <source>“%1” does not go with %2. It takes %3.</source>
        <translation>„%1“ passt nicht zu %2. Möglich ist %3.</translation>
    </message>
    <message>
        <source>What should %1 be?</source>
        <translation>Was soll %1 sein?</translation>
    </message>
    <message>
        <source>What should %1 be? Known are %2.</source>
        <translation>Was soll %1 sein? Bekannt sind %2.</translation>
    </message>
    <message>
        <source>A quotation mark is missing at the end of “%1”.</source>
        <translation>Am Ende von „%1“ fehlt ein Anführungszeichen.</translation>
    </message>
    <message>
        <source>What should not be?</source>
        <translation>Was soll nicht sein?</translation>
    </message>
    <message>
        <source>%1 can&apos;t be “%2”. It takes %3.</source>
        <translation>%1 kann nicht „%2“ sein. Möglich ist %3.</translation>
    </message>
    <message>
        <source>That is too much at once: a filter takes at most %1 values and %2 conditions.</source>
        <translation>Das ist zu viel auf einmal: Ein Filter fasst höchstens %1 Werte und %2 Bedingungen.</translation>
    </message>
</context>
<context>
    <name>callboard::FindBar</name>
    <message>
        <source>Find in the payload</source>
        <translation>In den Nutzdaten suchen</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächste</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The match before (Shift+Enter)</source>
        <translation>Der vorige Treffer (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>The next match (Enter)</source>
        <translation>Der nächste Treffer (Eingabe)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of more than %2</source>
        <translation>%1 von mehr als %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>callboard::FireEventDialog</name>
    <message>
        <source>Fire event</source>
        <translation>Ereignis auslösen</translation>
    </message>
    <message>
        <source>Who would be called</source>
        <translation>Wer aufgerufen würde</translation>
    </message>
    <message>
        <source>&amp;Who would be called</source>
        <translation>&amp;Wer aufgerufen würde</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Send event</source>
        <translation>&amp;Ereignis senden</translation>
    </message>
    <message>
        <source>Send event</source>
        <translation>Ereignis senden</translation>
    </message>
    <message>
        <source>Hands the event to the engine (Enter)</source>
        <translation>Übergibt das Ereignis der Engine (Eingabe)</translation>
    </message>
    <message>
        <source>There are no targets yet: the event is kept and nobody is called.</source>
        <translation>Es gibt noch keine Ziele: Das Ereignis wird aufbewahrt, und niemand wird aufgerufen.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>nobody is called</source>
        <translation>niemand wird aufgerufen</translation>
    </message>
    <message>
        <source>%1: accepted, %2. Send again for another one.</source>
        <translation>%1: angenommen, %2. Erneut senden löst ein weiteres aus.</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n targets would be called.</source>
        <translation>
            <numerusform>%1 von %n Ziel würde aufgerufen.</numerusform>
            <numerusform>%1 von %n Zielen würden aufgerufen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n targets are called</source>
        <translation>
            <numerusform>%n Ziel wird aufgerufen</numerusform>
            <numerusform>%n Ziele werden aufgerufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show its &amp;deliveries</source>
        <translation>Seine &amp;Zustellungen zeigen</translation>
    </message>
    <message>
        <source>Show its deliveries</source>
        <translation>Seine Zustellungen zeigen</translation>
    </message>
    <message>
        <source>Closes this and goes to the list, with the deliveries of this event alone</source>
        <translation>Schließt dies und geht zur Liste, nur mit den Zustellungen dieses Ereignisses</translation>
    </message>
</context>
<context>
    <name>callboard::FoldBox</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aufgeklappt</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>Zugeklappt</translation>
    </message>
</context>
<context>
    <name>callboard::FollowChip</name>
    <message>
        <source>Following</source>
        <translation>Folgt</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>New deliveries come in on top. Scrolling, selecting or filtering stops it.</source>
        <translation>Neue Zustellungen kommen oben hinzu. Blättern, Auswählen oder Filtern hält das an.</translation>
    </message>
    <message>
        <source>Go to the newest and follow (F or End)</source>
        <translation>Zur neuesten gehen und folgen (F oder Ende)</translation>
    </message>
    <message>
        <source>Following the newest</source>
        <translation>Folgt der neuesten</translation>
    </message>
    <message>
        <source>%1, follow the newest</source>
        <translation>%1, der neuesten folgen</translation>
    </message>
</context>
<context>
    <name>callboard::FormState</name>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>retry schedule</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>coalescing window</source>
        <translation>Zeitfenster</translation>
    </message>
    <message>
        <source>options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>several fields</source>
        <translation>mehrere Felder</translation>
    </message>
    <message>
        <source>signing</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>authentication</source>
        <translation>Authentifizierung</translation>
    </message>
    <message>
        <source>certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>proxy</source>
        <translation>Proxy</translation>
    </message>
</context>
<context>
    <name>callboard::HandOffPane</name>
    <message>
        <source>Whether the header %1 is too long is seen when a job is made: its value is stored encrypted, and Zencoder takes %2 characters.</source>
        <translation>Ob der Header %1 zu lang ist, zeigt sich, wenn ein Auftrag erteilt wird: Sein Wert ist verschlüsselt gespeichert, und Zencoder nimmt %2 Zeichen.</translation>
    </message>
    <message>
        <source>What the encoder gets</source>
        <translation>Was der Encoder erhält</translation>
    </message>
    <message>
        <source>Nothing can be handed over as it stands.</source>
        <translation>So, wie es ist, kann nichts übergeben werden.</translation>
    </message>
    <message>
        <source>Nothing is handed over: tick an event that an encoder tells of, which are onSuccess, onFailure and onProgressEncoding.</source>
        <translation>Nichts wird übergeben: ein Ereignis ankreuzen, das ein Encoder meldet, also onSuccess, onFailure oder onProgressEncoding.</translation>
    </message>
    <message>
        <source>Stands at the top of Zencoder&apos;s job request; secret values are masked.</source>
        <translation>Steht ganz oben in Zencoders Auftragsanfrage; geheime Werte sind unkenntlich.</translation>
    </message>
    <message>
        <source>Stands in Zencoder&apos;s job request, at its top and in each of its outputs; secret values are masked.</source>
        <translation>Steht in Zencoders Auftragsanfrage, oben und in jeder ihrer Ausgaben; geheime Werte sind unkenntlich.</translation>
    </message>
</context>
<context>
    <name>callboard::HandOffProblems</name>
    <message>
        <source>What the encoder can&apos;t do</source>
        <translation>Was der Encoder nicht kann</translation>
    </message>
    <message>
        <source>Blocked: %1</source>
        <translation>Verhindert: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>Relay</source>
        <translation>Weiterleiten</translation>
    </message>
    <message>
        <source>Relay through Callboard: %1</source>
        <translation>Über Callboard leiten: %1</translation>
    </message>
    <message>
        <source>Relay through Callboard, which can do this</source>
        <translation>Über Callboard leiten, das dies kann</translation>
    </message>
</context>
<context>
    <name>callboard::HeadTable</name>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Copy rows	Ctrl+C</source>
        <translation>Zeilen kopieren	Strg+C</translation>
    </message>
    <message>
        <source>Copy all headers</source>
        <translation>Alle Header kopieren</translation>
    </message>
</context>
<context>
    <name>callboard::HeaderAdvice</name>
    <message>
        <source>“%1” looks like a secret: tick Secret, and it is encrypted and masked.</source>
        <translation>„%1“ sieht nach einem Geheimnis aus: „Geheim“ ankreuzen, dann wird es verschlüsselt und unkenntlich.</translation>
    </message>
    <message>
        <source>“%1” is here more than once: the values are sent as one, with a comma between.</source>
        <translation>„%1“ steht hier mehr als einmal: Die Werte werden als einer gesendet, mit einem Komma dazwischen.</translation>
    </message>
</context>
<context>
    <name>callboard::HeaderDelegate</name>
    <message>
        <source>Kept as it is unless you type a new one</source>
        <translation>Bleibt, wie er ist, solange kein neuer eingegeben wird</translation>
    </message>
</context>
<context>
    <name>callboard::HeaderField</name>
    <message>
        <source>Headers as text, one a line</source>
        <translation>Header als Text, je Zeile einer</translation>
    </message>
    <message>
        <source>Name: value
# Name: value, kept and not sent</source>
        <translation>Name: Wert
# Name: Wert, behalten und nicht gesendet</translation>
    </message>
    <message>
        <source>Shows the headers as a table</source>
        <translation>Zeigt die Header als Tabelle</translation>
    </message>
    <message>
        <source>Edit as table</source>
        <translation>Als Tabelle bearbeiten</translation>
    </message>
    <message>
        <source>Edit as text</source>
        <translation>Als Text bearbeiten</translation>
    </message>
    <message>
        <source>Edit the headers as a table</source>
        <translation>Die Header als Tabelle bearbeiten</translation>
    </message>
    <message>
        <source>Edit the headers as text</source>
        <translation>Die Header als Text bearbeiten</translation>
    </message>
    <message>
        <source>All headers as lines of text, to change many at once</source>
        <translation>Alle Header als Textzeilen, um viele auf einmal zu ändern</translation>
    </message>
</context>
<context>
    <name>callboard::HeaderLines</name>
    <message>
        <source>there is no “Name: value” in it.</source>
        <translation>darin steht kein „Name: Wert“.</translation>
    </message>
    <message>
        <source>“•••” stands for a secret value that was here before, and there was none of this name. Type the value.</source>
        <translation>„•••“ steht für einen geheimen Wert, der schon da war, und einen dieses Namens gab es nicht. Den Wert eingeben.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
</context>
<context>
    <name>callboard::HeaderProblem</name>
    <message>
        <source>A header needs a name.</source>
        <translation>Ein Header braucht einen Namen.</translation>
    </message>
    <message>
        <source>Header name has a character that is not allowed: %1 at position %2.</source>
        <translation>Im Namen des Headers steht ein nicht erlaubtes Zeichen: %1 an Stelle %2.</translation>
    </message>
    <message>
        <source>a space</source>
        <translation>ein Leerzeichen</translation>
    </message>
    <message>
        <source>Header “%1” is set by Callboard itself and can&apos;t be chosen.</source>
        <translation>Der Header „%1“ wird von Callboard selbst gesetzt und lässt sich nicht wählen.</translation>
    </message>
    <message>
        <source>Header “%1” identifies the delivery and is set by Callboard.</source>
        <translation>Der Header „%1“ kennzeichnet die Zustellung und wird von Callboard gesetzt.</translation>
    </message>
    <message>
        <source>Header value has a control character: %1 at position %2.</source>
        <translation>Im Wert des Headers steht ein Steuerzeichen: %1 an Stelle %2.</translation>
    </message>
    <message>
        <source>Header value begins or ends with a space.</source>
        <translation>Der Wert des Headers beginnt oder endet mit einem Leerzeichen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>callboard::HeaderTable</name>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Paste header lines</source>
        <translation>Headerzeilen einfügen</translation>
    </message>
    <message>
        <source>Do not send this header</source>
        <translation>Diesen Header nicht senden</translation>
    </message>
    <message>
        <source>Send this header</source>
        <translation>Diesen Header senden</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove header</source>
        <translation>Header entfernen</translation>
    </message>
</context>
<context>
    <name>callboard::HeaderTableModel</name>
    <message>
        <source>Sent with every request</source>
        <translation>Wird mit jeder Anfrage gesendet</translation>
    </message>
    <message>
        <source>Kept, and not sent</source>
        <translation>Behalten und nicht gesendet</translation>
    </message>
    <message>
        <source>Encrypted in the workspace, masked everywhere</source>
        <translation>Im Arbeitsbereich verschlüsselt, überall unkenntlich</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheim</translation>
    </message>
    <message>
        <source>Secret value, hidden</source>
        <translation>Geheimer Wert, verborgen</translation>
    </message>
    <message>
        <source>Add a header</source>
        <translation>Header hinzufügen</translation>
    </message>
    <message>
        <source>Secret values are encrypted in the workspace and masked everywhere.</source>
        <translation>Geheime Werte sind im Arbeitsbereich verschlüsselt und überall unkenntlich.</translation>
    </message>
    <message>
        <source>What is not ticked is kept, and not sent.</source>
        <translation>Was nicht angekreuzt ist, bleibt erhalten und wird nicht gesendet.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Blanks around the value of “%1” were left out: they are not part of it.</source>
        <translation>Leerraum um den Wert von „%1“ wurde weggelassen: Er gehört nicht dazu.</translation>
    </message>
    <message>
        <source>or paste several lines</source>
        <translation>oder Zeilen einfügen</translation>
    </message>
</context>
<context>
    <name>callboard::HealthBar</name>
    <message>
        <source>Selects the target that is paused first</source>
        <translation>Wählt das Ziel aus, das zuerst pausiert wird</translation>
    </message>
    <message>
        <source>Select it</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Select the first</source>
        <translation>Das erste auswählen</translation>
    </message>
</context>
<context>
    <name>callboard::HealthWords</name>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>d MMM, HH:mm</source>
        <translation>d. MMM, HH:mm</translation>
    </message>
    <message>
        <source>Its circuit is open.</source>
        <translation>Sein Schutzschalter ist offen.</translation>
    </message>
    <message>
        <source>What it is owed is held, not lost. Single attempts go on and find out whether it is back.</source>
        <translation>Was ihm aussteht, ist angehalten und nicht verloren. Einzelne Versuche laufen weiter und finden heraus, ob er zurück ist.</translation>
    </message>
    <message>
        <source>The last %1 of them failed.</source>
        <translation>Die letzten %1 davon sind fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Pauses in %1 h</source>
        <translation>Pausiert in %1 h</translation>
    </message>
    <message>
        <source>Pauses soon</source>
        <translation>Pausiert bald</translation>
    </message>
    <message>
        <source>Circuit open</source>
        <translation>Schutzschalter offen</translation>
    </message>
    <message>
        <source>Failing for %1</source>
        <translation>Schlägt fehl seit %1</translation>
    </message>
    <message>
        <source>Paused by Callboard on %1 unless something arrives</source>
        <translation>Wird von Callboard am %1 pausiert, wenn nichts ankommt</translation>
    </message>
    <message>
        <source>Paused by Callboard with the next attempt unless it arrives</source>
        <translation>Wird von Callboard mit dem nächsten Versuch pausiert, wenn er nicht ankommt</translation>
    </message>
    <message>
        <source>Resume it (P) once its receiver is back: what it is owed is kept and goes out then.</source>
        <translation>Fortsetzen (P), sobald der Empfänger zurück ist: Das Ausstehende ist aufbewahrt und geht dann hinaus.</translation>
    </message>
    <message>
        <source>Nothing but failures since %1, for %2.</source>
        <translation>Seit %1 nur Fehlschläge, %2 lang.</translation>
    </message>
    <message>
        <source>What it is owed is tried again as its schedule says.</source>
        <translation>Was ihm aussteht, wird nach Plan erneut versucht.</translation>
    </message>
    <message>
        <source>Send test in its form (E) shows what its receiver says.</source>
        <translation>„Test senden“ in seinem Formular (E) zeigt, was der Empfänger sagt.</translation>
    </message>
    <message>
        <source>Try now (T) closes the circuit and sends what is held.</source>
        <translation>„Jetzt versuchen“ (T) schließt den Schutzschalter und sendet das Angehaltene.</translation>
    </message>
    <message>
        <source>Failing since %1, and its circuit is open. Saving closes it and sends what is held.</source>
        <translation>Schlägt seit %1 fehl, und sein Schutzschalter ist offen. Speichern schließt ihn und sendet das Angehaltene.</translation>
    </message>
    <message>
        <source>Failing since %1. Send test shows what its receiver says.</source>
        <translation>Schlägt seit %1 fehl. „Test senden“ zeigt, was der Empfänger sagt.</translation>
    </message>
    <message>
        <source>“%1” will be paused by Callboard within %2 h unless something arrives.</source>
        <translation>„%1“ wird von Callboard binnen %2 h pausiert, wenn nichts ankommt.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message numerus="yes">
        <source>%n targets will be paused by Callboard within %1 h unless something arrives: %2</source>
        <translation>
            <numerusform>%n Ziel wird von Callboard binnen %1 h pausiert, wenn nichts ankommt: %2</numerusform>
            <numerusform>%n Ziele werden von Callboard binnen %1 h pausiert, wenn nichts ankommt: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::HelpDesk</name>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
</context>
<context>
    <name>callboard::HelpWindow</name>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>No page of the manual has these words.</source>
        <translation>Keine Seite des Handbuchs enthält diese Wörter.</translation>
    </message>
    <message>
        <source>In this version the manual is in English.</source>
        <translation>In dieser Version ist das Handbuch englisch.</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Das Handbuch durchsuchen</translation>
    </message>
    <message>
        <source>Enter goes to the next place, Shift+Enter to the one before</source>
        <translation>Eingabe geht zur nächsten Stelle, Umschalt+Eingabe zur vorigen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Zurück (Alt+Links)</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>Vorwärts (Alt+Rechts)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>callboard::HistoryDialog</name>
    <message>
        <source>History of a target</source>
        <translation>Verlauf eines Ziels</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>No history</source>
        <translation>Kein Verlauf</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Was geändert wurde</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Fassungen</translation>
    </message>
    <message>
        <source>&amp;Compared with</source>
        <translation>&amp;Verglichen mit</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>&amp;Wiederherstellen …</translation>
    </message>
    <message>
        <source>Restore this revision</source>
        <translation>Diese Fassung wiederherstellen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The history can&apos;t be read</source>
        <translation>Der Verlauf ist nicht lesbar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No history is kept of this target</source>
        <translation>Von diesem Ziel ist kein Verlauf aufbewahrt</translation>
    </message>
    <message>
        <source>It was removed before its definitions were recorded, or too long ago.</source>
        <translation>Es wurde entfernt, bevor seine Fassungen aufgezeichnet wurden, oder vor zu langer Zeit.</translation>
    </message>
    <message>
        <source>%1 (removed)</source>
        <translation>%1 (entfernt)</translation>
    </message>
    <message>
        <source>History of %1</source>
        <translation>Verlauf von %1</translation>
    </message>
    <message>
        <source>&amp;Make anew…</source>
        <translation>&amp;Neu anlegen …</translation>
    </message>
    <message>
        <source>the one before it</source>
        <translation>der davor</translation>
    </message>
    <message>
        <source>the present</source>
        <translation>der gegenwärtigen</translation>
    </message>
    <message>
        <source>the last</source>
        <translation>der letzten</translation>
    </message>
    <message>
        <source>The first that is kept</source>
        <translation>Die erste, die aufbewahrt ist</translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation>Fassung %1</translation>
    </message>
    <message>
        <source>This is how it is now.</source>
        <translation>So ist es jetzt.</translation>
    </message>
    <message>
        <source>Opens the form filled with this revision, to be looked at and saved</source>
        <translation>Öffnet das Formular mit dieser Fassung, zum Ansehen und Speichern</translation>
    </message>
    <message>
        <source>There is none before it.</source>
        <translation>Davor gibt es keine.</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>Kein Unterschied.</translation>
    </message>
</context>
<context>
    <name>callboard::HistoryGroup</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Deliveries that have ended go, with their attempts and the events that nothing else needs. What is still owed stays, and so do targets, projects and the present record of published assets.</source>
        <translation>Beendete Zustellungen verschwinden, mit ihren Versuchen und den Ereignissen, die sonst niemand braucht. Was noch aussteht, bleibt, ebenso Ziele, Projekte und der heutige Datensatz veröffentlichter Assets.</translation>
    </message>
    <message>
        <source>Keep deliveries for</source>
        <translation>Zustellungen behalten für</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>&amp;Keep for</source>
        <translation>&amp;Behalten für</translation>
    </message>
    <message>
        <source>Size of the workspace at most</source>
        <translation>Größe des Arbeitsbereichs höchstens</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>Size &amp;limit</source>
        <translation>&amp;Größengrenze</translation>
    </message>
    <message>
        <source>Not a duration: write 90d or 12h, or leave it empty to keep everything.</source>
        <translation>Keine Dauer: 90d oder 12h schreiben, oder leer lassen, um alles zu behalten.</translation>
    </message>
    <message>
        <source>Not a size: write 2 GB or 500 MB, or leave it empty for no limit.</source>
        <translation>Keine Größe: 2 GB oder 500 MB schreiben, oder leer lassen für keine Grenze.</translation>
    </message>
    <message>
        <source>Empty: nothing goes by its age.</source>
        <translation>Leer: Nichts verschwindet wegen seines Alters.</translation>
    </message>
    <message>
        <source>Counted from a delivery&apos;s end. An event sent again after that is taken for a new one.</source>
        <translation>Gezählt vom Ende einer Zustellung an. Ein danach nochmals gesendetes Ereignis gilt als neu.</translation>
    </message>
    <message>
        <source>Empty: the workspace may grow as it needs to.</source>
        <translation>Leer: Der Arbeitsbereich darf wachsen, wie er es braucht.</translation>
    </message>
    <message>
        <source>Beyond it the oldest deliveries go first, before their time.</source>
        <translation>Darüber verschwinden die ältesten Zustellungen zuerst, vor ihrer Zeit.</translation>
    </message>
</context>
<context>
    <name>callboard::HistoryWords</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Order of the headers</source>
        <translation>Reihenfolge der Header</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Signature&apos;s header</source>
        <translation>Header der Signatur</translation>
    </message>
    <message>
        <source>Signing keys</source>
        <translation>Signaturschlüssel</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Authentifizierung</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password or token</source>
        <translation>Passwort oder Token</translation>
    </message>
    <message>
        <source>Token address</source>
        <translation>Adresse für Token</translation>
    </message>
    <message>
        <source>Token&apos;s scope</source>
        <translation>Umfang des Tokens</translation>
    </message>
    <message>
        <source>Token&apos;s audience</source>
        <translation>Empfängerkreis des Tokens</translation>
    </message>
    <message>
        <source>Client&apos;s secret in the form</source>
        <translation>Client-Geheimnis im Formular</translation>
    </message>
    <message>
        <source>Certificate authorities</source>
        <translation>Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>Pinned keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>Client-Schlüssel</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Proxy&apos;s user</source>
        <translation>Benutzer des Proxys</translation>
    </message>
    <message>
        <source>Proxy&apos;s password</source>
        <translation>Passwort des Proxys</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>Auslöser</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Reason of the state</source>
        <translation>Grund des Zustands</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Geltungsbereich</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Longest window</source>
        <translation>Längstes Zeitfenster</translation>
    </message>
    <message>
        <source>Urgent triggers</source>
        <translation>Dringende Auslöser</translation>
    </message>
    <message>
        <source>Relay</source>
        <translation>Weiterleiten</translation>
    </message>
    <message>
        <source>Pipelining</source>
        <translation>Pipelining</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Requests on each connection</source>
        <translation>Anfragen je Verbindung</translation>
    </message>
    <message>
        <source>Each asset in order</source>
        <translation>Je Asset der Reihe nach</translation>
    </message>
    <message>
        <source>Internal address</source>
        <translation>Interne Adresse</translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation>Zeit für den Verbindungsaufbau</translation>
    </message>
    <message>
        <source>Time for an attempt</source>
        <translation>Zeit für einen Versuch</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Requests at a time</source>
        <translation>Gleichzeitige Anfragen</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Door as the encoder reaches it</source>
        <translation>Eingang, wie der Encoder ihn erreicht</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Notifications&apos; secret</source>
        <translation>Geheimnis der Meldungen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>Aufbewahrt für</translation>
    </message>
    <message>
        <source>Largest size in bytes</source>
        <translation>Größter Umfang in Bytes</translation>
    </message>
    <message>
        <source>Target added</source>
        <translation>Ziel hinzugefügt</translation>
    </message>
    <message>
        <source>Target changed</source>
        <translation>Ziel geändert</translation>
    </message>
    <message>
        <source>Target restored</source>
        <translation>Ziel wiederhergestellt</translation>
    </message>
    <message>
        <source>Target enabled</source>
        <translation>Ziel aktiviert</translation>
    </message>
    <message>
        <source>Target paused</source>
        <translation>Ziel pausiert</translation>
    </message>
    <message>
        <source>Target disabled</source>
        <translation>Ziel deaktiviert</translation>
    </message>
    <message>
        <source>Target switched off</source>
        <translation>Ziel erloschen</translation>
    </message>
    <message>
        <source>Target removed</source>
        <translation>Ziel entfernt</translation>
    </message>
    <message>
        <source>Targets arranged</source>
        <translation>Ziele geordnet</translation>
    </message>
    <message>
        <source>Replayed</source>
        <translation>Erneut gesendet</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Tried at once</source>
        <translation>Sofort versucht</translation>
    </message>
    <message>
        <source>Settings changed</source>
        <translation>Einstellungen geändert</translation>
    </message>
    <message>
        <source>Project saved</source>
        <translation>Projekt gespeichert</translation>
    </message>
    <message>
        <source>Project removed</source>
        <translation>Projekt entfernt</translation>
    </message>
    <message>
        <source>Notification assigned</source>
        <translation>Meldung zugeordnet</translation>
    </message>
    <message>
        <source>History pruned</source>
        <translation>Verlauf gekürzt</translation>
    </message>
    <message>
        <source>Vault key rotated</source>
        <translation>Tresorschlüssel gewechselt</translation>
    </message>
    <message>
        <source>Vault key made</source>
        <translation>Tresorschlüssel erzeugt</translation>
    </message>
    <message>
        <source>Vault unlocked</source>
        <translation>Tresor geöffnet</translation>
    </message>
    <message>
        <source>Recovery key made</source>
        <translation>Wiederherstellungsschlüssel erzeugt</translation>
    </message>
    <message>
        <source>Passphrase set</source>
        <translation>Passphrase gesetzt</translation>
    </message>
    <message>
        <source>Passphrase removed</source>
        <translation>Passphrase entfernt</translation>
    </message>
    <message>
        <source>Token added</source>
        <translation>Token hinzugefügt</translation>
    </message>
    <message>
        <source>Token changed</source>
        <translation>Token geändert</translation>
    </message>
    <message>
        <source>Token replaced</source>
        <translation>Token ersetzt</translation>
    </message>
    <message>
        <source>Token revoked</source>
        <translation>Token widerrufen</translation>
    </message>
    <message>
        <source>Token removed</source>
        <translation>Token entfernt</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>aktiviert</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>erloschen</translation>
    </message>
    <message>
        <source>an operator</source>
        <translation>Bedienung</translation>
    </message>
    <message>
        <source>the door</source>
        <translation>der Eingang</translation>
    </message>
    <message>
        <source>Header %1</source>
        <translation>Header %1</translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation>Nichts geändert</translation>
    </message>
    <message>
        <source>%1 (secret)</source>
        <translation>%1 (geheim)</translation>
    </message>
    <message numerus="yes">
        <source>%n deliveries that ended before %1</source>
        <translation>
            <numerusform>%n Zustellung, beendet vor %1</numerusform>
            <numerusform>%n Zustellungen, beendet vor %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n targets</source>
        <translation>
            <numerusform>%n Ziel</numerusform>
            <numerusform>%n Ziele</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deliveries: %1</source>
        <translation>
            <numerusform>%n Zustellung: %1</numerusform>
            <numerusform>%n Zustellungen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>This is revision %1. Save makes it the present one.</source>
        <translation>Dies ist Fassung %1. Speichern macht sie zur gegenwärtigen.</translation>
    </message>
    <message>
        <source>This is revision %1 of the removed target. Save makes a new target of it.</source>
        <translation>Dies ist Fassung %1 des entfernten Ziels. Speichern macht ein neues Ziel daraus.</translation>
    </message>
    <message>
        <source>Secrets are not kept with revisions. Type again: %1</source>
        <translation>Geheimnisse werden mit Fassungen nicht aufbewahrt. Neu einzugeben: %1</translation>
    </message>
    <message>
        <source>%1 (another)</source>
        <translation>%1 (ein anderes)</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>callboard::IdentityChooser</name>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose the trusted authorities</source>
        <translation>Vertrauenswürdige Zertifizierungsstellen wählen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Choose the client certificate</source>
        <translation>Client-Zertifikat wählen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.p12 *.pfx)</source>
        <translation>Zertifikate (*.pem *.crt *.cer *.p12 *.pfx)</translation>
    </message>
    <message>
        <source>Choose the key of the client certificate</source>
        <translation>Schlüssel des Client-Zertifikats wählen</translation>
    </message>
    <message>
        <source>Keys (*.pem *.key)</source>
        <translation>Schlüssel (*.pem *.key)</translation>
    </message>
</context>
<context>
    <name>callboard::ImportDialog</name>
    <message>
        <source>Import targets</source>
        <translation>Ziele importieren</translation>
    </message>
    <message>
        <source>Text to import</source>
        <translation>Zu importierender Text</translation>
    </message>
    <message>
        <source>Paste a LightFlow asset request, a “callbacks” array, a curl command, or a Callboard export.</source>
        <translation>Eine LightFlow-Asset-Anfrage, ein „callbacks“-Array, einen curl-Befehl oder einen Callboard-Export einfügen.</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation>Datei ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Targets found</source>
        <translation>Gefundene Ziele</translation>
    </message>
    <message>
        <source>Repairs</source>
        <translation>Reparaturen</translation>
    </message>
    <message>
        <source>Targets &amp;found</source>
        <translation>&amp;Gefundene Ziele</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Save targets</source>
        <translation>Ziele &amp;speichern</translation>
    </message>
    <message>
        <source>Save targets</source>
        <translation>Ziele speichern</translation>
    </message>
    <message>
        <source>Open a file with callbacks</source>
        <translation>Datei mit Callbacks öffnen</translation>
    </message>
    <message>
        <source>%1 could not be opened: %2</source>
        <translation>%1 ließ sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>%1 is larger than 10 MiB.</source>
        <translation>%1 ist größer als 10 MiB.</translation>
    </message>
    <message>
        <source>Import targets: %1</source>
        <translation>Ziele importieren: %1</translation>
    </message>
    <message>
        <source>No repairs were needed</source>
        <translation>Keine Reparaturen nötig</translation>
    </message>
    <message>
        <source>Nothing is ticked.</source>
        <translation>Nichts ist angekreuzt.</translation>
    </message>
    <message>
        <source>%1 Those still ticked were refused: see the last column.</source>
        <translation>%1 Die noch angekreuzten wurden abgelehnt: siehe letzte Spalte.</translation>
    </message>
    <message numerus="yes">
        <source>%n repairs were made</source>
        <translation>
            <numerusform>%n Reparatur vorgenommen</numerusform>
            <numerusform>%n Reparaturen vorgenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Save %n targets</source>
        <translation>
            <numerusform>%n Ziel &amp;speichern</numerusform>
            <numerusform>%n Ziele &amp;speichern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n targets saved.</source>
        <translation>
            <numerusform>%n Ziel gespeichert.</numerusform>
            <numerusform>%n Ziele gespeichert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ImportModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Delivers to</source>
        <translation>Stellt zu an</translation>
    </message>
    <message>
        <source>Fires for</source>
        <translation>Löst aus bei</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>callboard::InspectorButtons</name>
    <message>
        <source>Explain…</source>
        <translation>Erklären …</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>Als cURL kopieren</translation>
    </message>
    <message>
        <source>Edit target…</source>
        <translation>Ziel bearbeiten …</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>Shows the delivery that this one repeats</source>
        <translation>Zeigt die Zustellung, die diese wiederholt</translation>
    </message>
    <message>
        <source>Edit target (E)</source>
        <translation>Ziel bearbeiten (E)</translation>
    </message>
    <message>
        <source>Says who was called for this event, who not, and why</source>
        <translation>Sagt, wer zu diesem Ereignis aufgerufen wurde, wer nicht, und warum</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Closes its target&apos;s circuit, which sends what that holds</source>
        <translation>Schließt den Schutzschalter des Ziels; was er anhält, wird gesendet</translation>
    </message>
    <message>
        <source>Copy as cURL (C). Secret values stay masked.</source>
        <translation>Als cURL kopieren (C). Geheime Werte bleiben unkenntlich.</translation>
    </message>
    <message>
        <source>It is still on its way and can be replayed once it has ended.</source>
        <translation>Sie ist noch unterwegs und lässt sich erneut senden, sobald sie beendet ist.</translation>
    </message>
    <message>
        <source>Nothing has been sent over HTTP yet, so there is no request to copy.</source>
        <translation>Noch ist nichts über HTTP gesendet worden; es gibt keine Anfrage zu kopieren.</translation>
    </message>
    <message>
        <source>This callback is an e-mail, not an HTTP request: there is no cURL command for it. Request and Response show what was said to the mail server.</source>
        <translation>Dieser Callback ist eine E-Mail und keine HTTP-Anfrage: Dafür gibt es keinen cURL-Befehl. Anfrage und Antwort zeigen, was mit dem Mailserver gesprochen wurde.</translation>
    </message>
</context>
<context>
    <name>callboard::LatencyPlot</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Answer times</source>
        <translation>Antwortzeiten</translation>
    </message>
    <message>
        <source>Nothing was answered in this time</source>
        <translation>In dieser Zeit kam keine Antwort</translation>
    </message>
</context>
<context>
    <name>callboard::Libraries</name>
    <message>
        <source>windows, network, threads</source>
        <translation>Fenster, Netz, Threads</translation>
    </message>
    <message>
        <source>shows payloads</source>
        <translation>zeigt Nutzdaten</translation>
    </message>
    <message>
        <source>draws plots</source>
        <translation>zeichnet Diagramme</translation>
    </message>
    <message>
        <source>keeps the vault&apos;s key</source>
        <translation>hält den Schlüssel des Tresors</translation>
    </message>
    <message>
        <source>keeps the workspace</source>
        <translation>hält den Arbeitsbereich</translation>
    </message>
    <message>
        <source>seals secrets</source>
        <translation>versiegelt Geheimnisse</translation>
    </message>
    <message>
        <source>the door</source>
        <translation>der Eingang</translation>
    </message>
    <message>
        <source>sends mail</source>
        <translation>sendet Mail</translation>
    </message>
    <message>
        <source>reads HTTP</source>
        <translation>liest HTTP</translation>
    </message>
    <message>
        <source>reads JSON</source>
        <translation>liest JSON</translation>
    </message>
    <message>
        <source>the command line</source>
        <translation>die Befehlszeile</translation>
    </message>
    <message>
        <source>errors as values</source>
        <translation>Fehler als Werte</translation>
    </message>
</context>
<context>
    <name>callboard::MailAddressProblem</name>
    <message>
        <source>“%1” is not percent-encoded UTF-8.</source>
        <translation>„%1“ ist kein prozentkodiertes UTF-8.</translation>
    </message>
    <message>
        <source>The mail address has “%1” twice.</source>
        <translation>Die Mailadresse hat „%1“ zweimal.</translation>
    </message>
    <message>
        <source>“%1” of the mail address is not percent-encoded UTF-8.</source>
        <translation>„%1“ in der Mailadresse ist kein prozentkodiertes UTF-8.</translation>
    </message>
    <message>
        <source>“%1” of the mail address has a line end or control character in it.</source>
        <translation>In „%1“ der Mailadresse steht ein Zeilenende oder Steuerzeichen.</translation>
    </message>
    <message>
        <source>A mail address can set to, cc, bcc, subject and body, not “%1”.</source>
        <translation>Eine Mailadresse kann to, cc, bcc, subject und body setzen, nicht „%1“.</translation>
    </message>
    <message>
        <source>A mail address is missing; it looks like name@example.com.</source>
        <translation>Eine Mailadresse fehlt; sie sieht aus wie name@example.com.</translation>
    </message>
    <message>
        <source>A mail address has a line end or control character in it.</source>
        <translation>In einer Mailadresse steht ein Zeilenende oder Steuerzeichen.</translation>
    </message>
    <message>
        <source>“%1” is not a mail address such as name@example.com.</source>
        <translation>„%1“ ist keine Mailadresse wie name@example.com.</translation>
    </message>
    <message>
        <source>“%1” has letters beyond ASCII, which mail servers can&apos;t be relied on to take.</source>
        <translation>„%1“ hat Buchstaben jenseits von ASCII, auf die bei Mailservern kein Verlass ist.</translation>
    </message>
    <message>
        <source>The mail address “%1…” is too long.</source>
        <translation>Die Mailadresse „%1…“ ist zu lang.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t stand before the @ of a mail address.</source>
        <translation>„%1“ kann nicht vor dem @ einer Mailadresse stehen.</translation>
    </message>
    <message>
        <source>“%1” is not the name of a mail domain.</source>
        <translation>„%1“ ist nicht der Name einer Maildomain.</translation>
    </message>
    <message>
        <source>A mail target looks like mailto:name@example.com.</source>
        <translation>Ein Mailziel sieht aus wie mailto:name@example.com.</translation>
    </message>
    <message>
        <source>Write “#” as %23 in a mail address.</source>
        <translation>„#“ in einer Mailadresse als %23 schreiben.</translation>
    </message>
    <message>
        <source>The mail address names nobody; it looks like mailto:name@example.com.</source>
        <translation>Die Mailadresse nennt niemanden; sie sieht aus wie mailto:name@example.com.</translation>
    </message>
    <message>
        <source>A mail goes to at most %1 recipients.</source>
        <translation>Eine Mail geht an höchstens %1 Empfänger.</translation>
    </message>
    <message>
        <source>The sender&apos;s name has a line end or control character in it.</source>
        <translation>Im Namen des Absenders steht ein Zeilenende oder Steuerzeichen.</translation>
    </message>
</context>
<context>
    <name>callboard::MailAdvice</name>
    <message>
        <source>The mail server refused the login (%1). Check user and password in the mail settings.</source>
        <translation>Der Mailserver hat die Anmeldung abgelehnt (%1). Benutzer und Passwort in den Mail-Einstellungen prüfen.</translation>
    </message>
    <message>
        <source>The mail server refused the sender or a recipient (%1). Check the addresses in the target and in the mail settings.</source>
        <translation>Der Mailserver hat den Absender oder einen Empfänger abgelehnt (%1). Die Adressen im Ziel und in den Mail-Einstellungen prüfen.</translation>
    </message>
    <message>
        <source>The mail server finds the message too large (%1).</source>
        <translation>Der Mailserver findet die Nachricht zu groß (%1).</translation>
    </message>
    <message>
        <source>The mail server refused the message for good (%1). Its words are in Response.</source>
        <translation>Der Mailserver hat die Nachricht endgültig abgelehnt (%1). Seine Worte stehen unter Antwort.</translation>
    </message>
    <message>
        <source>The mail server could not take the message now (%1).</source>
        <translation>Der Mailserver konnte die Nachricht jetzt nicht annehmen (%1).</translation>
    </message>
    <message>
        <source>The mail server&apos;s name can&apos;t be found. Check the mail settings, or this machine&apos;s DNS.</source>
        <translation>Der Name des Mailservers ist nicht zu finden. Die Mail-Einstellungen oder das DNS dieses Rechners prüfen.</translation>
    </message>
    <message>
        <source>The mail server can&apos;t be reached. It is down, a firewall is in the way, or host and port in the mail settings are wrong.</source>
        <translation>Der Mailserver ist nicht erreichbar. Er ist außer Betrieb, eine Firewall steht im Weg, oder Host und Port in den Mail-Einstellungen sind falsch.</translation>
    </message>
    <message>
        <source>No trusted connection to the mail server: %1. Check the security in the mail settings, or its certificate.</source>
        <translation>Keine vertrauenswürdige Verbindung zum Mailserver: %1. Die Verschlüsselung in den Mail-Einstellungen oder sein Zertifikat prüfen.</translation>
    </message>
    <message>
        <source>The message left, and the mail server did not confirm it. It may have taken it: look there before sending it again.</source>
        <translation>Die Nachricht ging hinaus, und der Mailserver hat sie nicht bestätigt. Vielleicht ist sie angekommen: Vor dem nächsten Senden dort nachsehen.</translation>
    </message>
    <message>
        <source>Callboard ended while the message was under way. The mail server may have taken it.</source>
        <translation>Callboard wurde beendet, während die Nachricht unterwegs war. Der Mailserver hat sie vielleicht angenommen.</translation>
    </message>
    <message>
        <source>The message can&apos;t be sent as it is set up: %1.</source>
        <translation>Die Nachricht lässt sich so, wie sie eingerichtet ist, nicht senden: %1.</translation>
    </message>
    <message>
        <source>The mail server did not take the message.</source>
        <translation>Der Mailserver hat die Nachricht nicht angenommen.</translation>
    </message>
</context>
<context>
    <name>callboard::MailGroup</name>
    <message>
        <source>User “%1” needs a password.</source>
        <translation>Benutzer „%1“ braucht ein Passwort.</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Mailserver</translation>
    </message>
    <message>
        <source>Delivers the callbacks of targets whose address begins with mailto:. Without one they are held.</source>
        <translation>Stellt die Callbacks von Zielen zu, deren Adresse mit mailto: beginnt. Ohne ihn werden sie angehalten.</translation>
    </message>
    <message>
        <source>Host of the mail server</source>
        <translation>Host des Mailservers</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Host</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>STARTTLS, required</source>
        <translation>STARTTLS, verlangt</translation>
    </message>
    <message>
        <source>TLS from the first byte</source>
        <translation>TLS vom ersten Byte an</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>&amp;Encryption</source>
        <translation>&amp;Verschlüsselung</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>None: no log-in</source>
        <translation>Leer: keine Anmeldung</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>Sender&apos;s address</source>
        <translation>Adresse des Absenders</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Absender</translation>
    </message>
    <message>
        <source>Empty: the user name, where that is a mail address.</source>
        <translation>Leer: der Benutzername, wenn er eine Mailadresse ist.</translation>
    </message>
    <message>
        <source>Without a user name the password is not used.</source>
        <translation>Ohne Benutzername wird das Passwort nicht verwendet.</translation>
    </message>
    <message>
        <source>A server that does not offer STARTTLS gets nothing.</source>
        <translation>Ein Server, der kein STARTTLS anbietet, bekommt nichts.</translation>
    </message>
    <message>
        <source>For a server on this machine.</source>
        <translation>Für einen Server auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Not encrypted: password and messages can be read on the way.</source>
        <translation>Nicht verschlüsselt: Passwort und Nachrichten sind unterwegs lesbar.</translation>
    </message>
</context>
<context>
    <name>callboard::MailTestPane</name>
    <message>
        <source>The mail server took the message for %1.</source>
        <translation>Der Mailserver hat die Nachricht für %1 angenommen.</translation>
    </message>
    <message>
        <source>The mail server took the message for %1 in %2.</source>
        <translation>Der Mailserver hat die Nachricht für %1 in %2 angenommen.</translation>
    </message>
    <message>
        <source>Address of the test message</source>
        <translation>Adresse der Testnachricht</translation>
    </message>
    <message>
        <source>Send &amp;test mail</source>
        <translation>&amp;Testmail senden</translation>
    </message>
    <message>
        <source>Send test mail</source>
        <translation>Testmail senden</translation>
    </message>
    <message>
        <source>What the mail server said</source>
        <translation>Was der Mailserver gesagt hat</translation>
    </message>
    <message>
        <source>Send t&amp;o</source>
        <translation>Senden a&amp;n</translation>
    </message>
    <message>
        <source>Repl&amp;y</source>
        <translation>Antwo&amp;rt</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Sends one message with the values above, saved or not.</source>
        <translation>Sendet eine Nachricht mit den Werten oben, gespeichert oder nicht.</translation>
    </message>
    <message>
        <source>Name the mail server first.</source>
        <translation>Erst den Mailserver nennen.</translation>
    </message>
    <message>
        <source>Say who gets the test message.</source>
        <translation>Angeben, wer die Testnachricht bekommt.</translation>
    </message>
    <message>
        <source>The mail server has not answered yet.</source>
        <translation>Der Mailserver hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>Sends one message; nothing is recorded</source>
        <translation>Sendet eine Nachricht; nichts wird aufgezeichnet</translation>
    </message>
    <message>
        <source>Talking to %1…</source>
        <translation>Spricht mit %1 …</translation>
    </message>
</context>
<context>
    <name>callboard::MainWindow</name>
    <message>
        <source>%1 – Callboard</source>
        <translation>%1 – Callboard</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>New target…</source>
        <translation>Neues Ziel …</translation>
    </message>
    <message>
        <source>Fire event…</source>
        <translation>Ereignis auslösen …</translation>
    </message>
    <message>
        <source>Import targets…</source>
        <translation>Ziele importieren …</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>Befehl suchen …</translation>
    </message>
    <message>
        <source>Narrow page list</source>
        <translation>Schmale Seitenleiste</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Callboard</source>
        <translation>Über Callboard</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1</translation>
    </message>
    <message>
        <source>The workspace can&apos;t be read: %1</source>
        <translation>Der Arbeitsbereich lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>Recounting every event and delivery…</source>
        <translation>Alle Ereignisse und Zustellungen werden nachgezählt …</translation>
    </message>
    <message>
        <source>Recounted: %1 accepted, %2 outcomes, %3 unexplained.</source>
        <translation>Nachgezählt: %1 angenommen, %2 Ergebnisse, %3 ungeklärt.</translation>
    </message>
    <message>
        <source>Callboard did not end properly the last time. It opened without the filter and the delivery that were shown then, in case they were the reason. Nothing that was accepted is lost.</source>
        <translation>Callboard wurde beim letzten Mal nicht ordentlich beendet. Es wurde ohne den Filter und die Zustellung geöffnet, die dabei zu sehen waren, falls sie der Grund waren. Nichts Angenommenes ist verloren.</translation>
    </message>
    <message>
        <source>Show them again</source>
        <translation>Wieder zeigen</translation>
    </message>
    <message>
        <source>Changes…</source>
        <translation>Änderungen …</translation>
    </message>
    <message>
        <source>Who changed what</source>
        <translation>Wer was geändert hat</translation>
    </message>
</context>
<context>
    <name>callboard::MatchModel</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>yes, held</source>
        <translation>ja, angehalten</translation>
    </message>
    <message>
        <source>yes, stopped</source>
        <translation>ja, gestoppt</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Zusammengefasst</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>Überholt</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>Nicht aufbewahrt</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Nicht verzeichnet</translation>
    </message>
    <message>
        <source>Not called</source>
        <translation>Nicht aufgerufen</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Aufgerufen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>callboard::Matching</name>
    <message>
        <source>out of scope: it is for asset %1 only</source>
        <translation>außerhalb des Geltungsbereichs: nur für Asset %1</translation>
    </message>
    <message>
        <source>out of scope: it is for project %1, the event&apos;s is %2</source>
        <translation>außerhalb des Geltungsbereichs: für Projekt %1, das des Ereignisses ist %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>the target is disabled</source>
        <translation>das Ziel ist deaktiviert</translation>
    </message>
    <message>
        <source>a record arrived without an event, and nothing it shows has changed</source>
        <translation>ein Datensatz kam ohne Ereignis, und nichts, was er zeigt, hat sich geändert</translation>
    </message>
    <message>
        <source>its source is the encoder, which sends this callback itself</source>
        <translation>seine Quelle ist der Encoder, der diesen Callback selbst sendet</translation>
    </message>
    <message>
        <source>it relays what the encoder says, and this event is not the encoder&apos;s</source>
        <translation>es leitet weiter, was der Encoder sagt, und dieses Ereignis ist nicht von ihm</translation>
    </message>
    <message>
        <source>%1 is off</source>
        <translation>%1 ist aus</translation>
    </message>
    <message>
        <source>%1 is on</source>
        <translation>%1 ist an</translation>
    </message>
</context>
<context>
    <name>callboard::MessageBar</name>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>Ausblenden (Esc)</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>Die Meldung ausblenden</translation>
    </message>
</context>
<context>
    <name>callboard::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>callboard::NoteLine</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>A note on this delivery. Enter keeps it, Esc does not.</source>
        <translation>Eine Notiz zu dieser Zustellung. Eingabe behält sie, Esc nicht.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change note</source>
        <translation>Notiz ändern</translation>
    </message>
    <message>
        <source>Change note (N)</source>
        <translation>Notiz ändern (N)</translation>
    </message>
</context>
<context>
    <name>callboard::NotificationPane</name>
    <message>
        <source>Encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Gekommen</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>Encoder notifications</source>
        <translation>Encoder-Meldungen</translation>
    </message>
    <message>
        <source>Body of the notification</source>
        <translation>Body der Meldung</translation>
    </message>
    <message>
        <source>The body of the chosen notification shows here, as it came.</source>
        <translation>Hier steht der Body der gewählten Meldung, wie er kam.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>callboard::OlderKeys</name>
    <message>
        <source>End now</source>
        <translation>Jetzt beenden</translation>
    </message>
    <message>
        <source>From when this is saved on, nothing is signed with it any more</source>
        <translation>Sobald gespeichert ist, wird nichts mehr mit ihm signiert</translation>
    </message>
    <message>
        <source>signs until %1</source>
        <translation>signiert bis %1</translation>
    </message>
    <message>
        <source>End now: the key that signs until %1</source>
        <translation>Jetzt beenden: der Schlüssel, der bis %1 signiert</translation>
    </message>
</context>
<context>
    <name>callboard::OptionFolds</name>
    <message>
        <source>Coalescing window</source>
        <translation>Zeitfenster zum Zusammenfassen</translation>
    </message>
    <message>
        <source>Retry schedule</source>
        <translation>Plan der neuen Versuche</translation>
    </message>
    <message>
        <source>5s,1m,5m or “standard” or “none”</source>
        <translation>5s,1m,5m oder „standard“ oder „none“</translation>
    </message>
    <message>
        <source>Dela&amp;ys</source>
        <translation>Ver&amp;zögerungen</translation>
    </message>
    <message>
        <source>Time-out of the whole request</source>
        <translation>Zeitlimit der ganzen Anfrage</translation>
    </message>
    <message>
        <source>Time-out for connecting</source>
        <translation>Zeitlimit fürs Verbinden</translation>
    </message>
    <message>
        <source>of which connecting</source>
        <translation>davon fürs Verbinden</translation>
    </message>
    <message>
        <source>&amp;Time-out</source>
        <translation>Zei&amp;tlimit</translation>
    </message>
    <message>
        <source>Requests in flight</source>
        <translation>Anfragen gleichzeitig unterwegs</translation>
    </message>
    <message>
        <source>One at a time per asset, oldest first</source>
        <translation>Je Asset eine nach der anderen, die älteste zuerst</translation>
    </message>
    <message>
        <source>&amp;In flight</source>
        <translation>Gle&amp;ichzeitig</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Allow internal addresses</source>
        <translation>Interne Adressen erlauben</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Sco&amp;pe</source>
        <translation>Geltungs&amp;bereich</translation>
    </message>
    <message>
        <source>Limits, security, scope</source>
        <translation>Grenzwerte, Sicherheit, Geltungsbereich</translation>
    </message>
    <message>
        <source>Rate: requests at most in a second, minute or hour</source>
        <translation>Rate: Anfragen höchstens je Sekunde, Minute oder Stunde</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Geltungsbereich</translation>
    </message>
    <message>
        <source>All assets</source>
        <translation>Alle Assets</translation>
    </message>
    <message>
        <source>One project</source>
        <translation>Ein Projekt</translation>
    </message>
    <message>
        <source>One asset</source>
        <translation>Ein Asset</translation>
    </message>
    <message>
        <source>Project or asset</source>
        <translation>Projekt oder Asset</translation>
    </message>
    <message>
        <source>not a schedule</source>
        <translation>kein Plan</translation>
    </message>
    <message>
        <source>Not a schedule: write delays such as 5s,1m,5m, or “standard” or “none”.</source>
        <translation>Kein Plan: Verzögerungen wie 5s,1m,5m schreiben, oder „standard“ oder „none“.</translation>
    </message>
    <message>
        <source>A delivery that fails is not tried again by itself.</source>
        <translation>Eine fehlgeschlagene Zustellung wird nicht von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>%1, each delay moved by up to 20 % either way.</source>
        <translation>%1, jede Verzögerung um bis zu 20 % nach oben oder unten verschoben.</translation>
    </message>
    <message>
        <source>Not a duration: write 15s or 500ms.</source>
        <translation>Keine Dauer: 15s oder 500ms schreiben.</translation>
    </message>
    <message>
        <source>Not a rate: write 50/s, 100/min or 1000/h, 100000/s at most, or leave it empty.</source>
        <translation>Keine Rate: 50/s, 100/min oder 1000/h schreiben, höchstens 100000/s, oder leer lassen.</translation>
    </message>
    <message>
        <source>%1 in flight</source>
        <translation>%1 gleichzeitig</translation>
    </message>
    <message>
        <source>%1 at most</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Project, such as 16</source>
        <translation>Projekt, etwa 16</translation>
    </message>
    <message>
        <source>Asset id</source>
        <translation>Asset-ID</translation>
    </message>
    <message>
        <source>all assets</source>
        <translation>alle Assets</translation>
    </message>
    <message>
        <source>project %1</source>
        <translation>Projekt %1</translation>
    </message>
    <message>
        <source>asset %1</source>
        <translation>Asset %1</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Of this computer and of private networks; else they are refused.</source>
        <translation>Von diesem Rechner und aus privaten Netzen; sonst werden sie abgelehnt.</translation>
    </message>
    <message>
        <source>Requests at most, such as 50/s, 100/min or 1000/h.</source>
        <translation>Anfragen höchstens, etwa 50/s, 100/min oder 1000/h.</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>Signatur</translation>
    </message>
</context>
<context>
    <name>callboard::OutcomePlot</name>
    <message>
        <source>Outcomes over time</source>
        <translation>Ergebnisse im Zeitverlauf</translation>
    </message>
    <message>
        <source>Nothing was called in this time</source>
        <translation>In dieser Zeit wurde nichts aufgerufen</translation>
    </message>
</context>
<context>
    <name>callboard::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Shown time</source>
        <translation>Gezeigte Zeit</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Show the whole range</source>
        <translation>Den ganzen Zeitraum zeigen</translation>
    </message>
    <message>
        <source>Shows the whole range again (Esc)</source>
        <translation>Zeigt wieder den ganzen Zeitraum (Esc)</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>Eingegangen</translation>
    </message>
    <message>
        <source>Half within</source>
        <translation>Hälfte in</translation>
    </message>
    <message>
        <source>95 % within</source>
        <translation>95 % in</translation>
    </message>
    <message>
        <source>Answer times</source>
        <translation>Antwortzeiten</translation>
    </message>
    <message>
        <source>Failing targets</source>
        <translation>Fehlschlagende Ziele</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Failed attempts</source>
        <translation>Fehlversuche</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>No target failed in this time.</source>
        <translation>In dieser Zeit ist kein Ziel fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>Ursachen</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Zustellungen</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Nothing failed in this time.</source>
        <translation>In dieser Zeit ist nichts fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Nichts zu zeigen</translation>
    </message>
    <message>
        <source>Outcomes per %1</source>
        <translation>Ergebnisse je %1</translation>
    </message>
    <message>
        <source>Counted since %1</source>
        <translation>Gezählt seit %1</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>Noch nichts zu zeigen</translation>
    </message>
    <message>
        <source>Here you will see at a glance what was delivered, what failed, and how fast receivers answer. It begins with a target: who is called, and about which events.</source>
        <translation>Hier ist auf einen Blick zu sehen, was zugestellt wurde, was fehlschlug und wie schnell Empfänger antworten. Am Anfang steht ein Ziel: wer aufgerufen wird, und zu welchen Ereignissen.</translation>
    </message>
    <message>
        <source>Add your first target</source>
        <translation>Erstes Ziel hinzufügen</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Opens a second window with sample targets, a receiver and live events of its own</source>
        <translation>Öffnet ein zweites Fenster mit Beispielzielen, einem Empfänger und eigenen Live-Ereignissen</translation>
    </message>
    <message>
        <source>Nothing was called yet</source>
        <translation>Noch wurde nichts aufgerufen</translation>
    </message>
    <message>
        <source>Your targets are ready. As soon as an event comes in, its deliveries are counted here.</source>
        <translation>Die Ziele sind bereit. Sobald ein Ereignis eintrifft, werden seine Zustellungen hier gezählt.</translation>
    </message>
    <message>
        <source>Fire an event</source>
        <translation>Ereignis auslösen</translation>
    </message>
    <message>
        <source>The figures can&apos;t be read</source>
        <translation>Die Zahlen lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>callboard::OverviewWords</name>
    <message>
        <source>Name not found</source>
        <translation>Name nicht gefunden</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>No connection in time</source>
        <translation>Keine rechtzeitige Verbindung</translation>
    </message>
    <message>
        <source>No trusted connection</source>
        <translation>Keine vertrauenswürdige Verbindung</translation>
    </message>
    <message>
        <source>Address not allowed</source>
        <translation>Adresse nicht erlaubt</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Keine rechtzeitige Antwort</translation>
    </message>
    <message>
        <source>Connection closed</source>
        <translation>Verbindung geschlossen</translation>
    </message>
    <message>
        <source>Answer is not HTTP</source>
        <translation>Antwort ist kein HTTP</translation>
    </message>
    <message>
        <source>Can&apos;t be sent as configured</source>
        <translation>So nicht zu senden</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>Minute</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>%1, %2 – %3</source>
        <translation>%1, %2 – %3</translation>
    </message>
    <message>
        <source>%1 from the mail server</source>
        <translation>%1 vom Mailserver</translation>
    </message>
    <message>
        <source>Cause not recorded</source>
        <translation>Ursache nicht verzeichnet</translation>
    </message>
    <message>
        <source>%1 delivered</source>
        <translation>%1 zugestellt</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>%1 abgebrochen</translation>
    </message>
    <message>
        <source>%1 came in</source>
        <translation>%1 eingegangen</translation>
    </message>
    <message>
        <source>nothing was answered</source>
        <translation>nichts wurde beantwortet</translation>
    </message>
    <message>
        <source>half within %1
95 % within %2
99 % within %3</source>
        <translation>die Hälfte in %1
95 % in %2
99 % in %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempts failed</source>
        <translation>
            <numerusform>%Ln Versuch fehlgeschlagen</numerusform>
            <numerusform>%Ln Versuche fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempts in doubt</source>
        <translation>
            <numerusform>%Ln Versuch ungewiss</numerusform>
            <numerusform>%Ln Versuche ungewiss</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::PassphraseDialog</name>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>It is used once, to read the key, and not kept.</source>
        <translation>Wird einmal zum Lesen des Schlüssels benutzt und nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>The key in %1 has a passphrase.</source>
        <translation>Der Schlüssel in %1 hat eine Passphrase.</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aufgeklappt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>callboard::PayloadDrag</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 ließ sich nicht schreiben: %2</translation>
    </message>
</context>
<context>
    <name>callboard::PayloadTools</name>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Lays out all of it, which may take a moment</source>
        <translation>Stellt alles dar, was einen Moment dauern kann</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>The 64 KiB before</source>
        <translation>Die 64 KiB davor</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>The next 64 KiB</source>
        <translation>Die nächsten 64 KiB</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in the payload (Ctrl+F)</source>
        <translation>In den Nutzdaten suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Save payload…</source>
        <translation>Nutzdaten speichern …</translation>
    </message>
    <message>
        <source>Save the body byte for byte (Ctrl+S)</source>
        <translation>Den Body Byte für Byte speichern (Strg+S)</translation>
    </message>
    <message>
        <source>Pretty</source>
        <translation>Lesbar</translation>
    </message>
    <message>
        <source>The body, laid out for reading</source>
        <translation>Der Body, zum Lesen umbrochen</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Head and body as they were on the wire</source>
        <translation>Kopf und Body, wie sie auf der Leitung waren</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Every byte</source>
        <translation>Jedes Byte</translation>
    </message>
    <message>
        <source>, part %1 of %2</source>
        <translation>, Teil %1 von %2</translation>
    </message>
</context>
<context>
    <name>callboard::PayloadView</name>
    <message>
        <source>… the first %1 of %2 are shown.</source>
        <translation>… gezeigt sind die ersten %1 von %2.</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Nichts zu zeigen</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Nutzdaten</translation>
    </message>
    <message>
        <source>cut at %1 of %2</source>
        <translation>abgeschnitten bei %1 von %2</translation>
    </message>
    <message>
        <source>%1, the first %2 are shown</source>
        <translation>%1, gezeigt sind die ersten %2</translation>
    </message>
</context>
<context>
    <name>callboard::PipeliningFields</name>
    <message>
        <source>Pipelining</source>
        <translation>Pipelining</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Requests under way on each connection</source>
        <translation>Anfragen, die auf jeder Verbindung unterwegs sind</translation>
    </message>
    <message>
        <source>%1 × %2 pipelined</source>
        <translation>%1 × %2 im Pipelining</translation>
    </message>
    <message>
        <source>Up to %1 requests under way; the limit in flight does not apply. Where a connection ends early, what has no answer yet is tried again in order.</source>
        <translation>Bis zu %1 Anfragen unterwegs; der Grenzwert „Gleichzeitig“ gilt dabei nicht. Wo eine Verbindung vorzeitig endet, wird das noch Unbeantwortete der Reihe nach erneut versucht.</translation>
    </message>
    <message>
        <source>HTTP/1.1 pipelining</source>
        <translation>HTTP/1.1-Pipelining</translation>
    </message>
    <message>
        <source>Requests follow each other without waiting for answers, as Spark&apos;s document asks for</source>
        <translation>Anfragen folgen aufeinander, ohne auf Antworten zu warten, wie es Sparks Dokument verlangt</translation>
    </message>
    <message>
        <source>connections ×</source>
        <translation>Verbindungen ×</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
</context>
<context>
    <name>callboard::PlatformGroup</name>
    <message>
        <source>LightFlow</source>
        <translation>LightFlow</translation>
    </message>
    <message>
        <source>Asked for an asset&apos;s present record with GET /assets/{uuid}.</source>
        <translation>Wird mit GET /assets/{uuid} nach dem heutigen Datensatz eines Assets gefragt.</translation>
    </message>
    <message>
        <source>&amp;Base URL</source>
        <translation>&amp;Basis-URL</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>Allow &amp;internal addresses: loopback and private networks</source>
        <translation>&amp;Interne Adressen erlauben: Loopback und private Netze</translation>
    </message>
    <message>
        <source>Spark</source>
        <translation>Spark</translation>
    </message>
    <message>
        <source>Asked for a file&apos;s present record with media.getFileInfo. The key is part of the request&apos;s URL.</source>
        <translation>Wird mit media.getFileInfo nach dem heutigen Datensatz einer Datei gefragt. Der Schlüssel ist Teil der URL der Anfrage.</translation>
    </message>
    <message>
        <source>&amp;REST base URL</source>
        <translation>&amp;REST-Basis-URL</translation>
    </message>
    <message>
        <source>&amp;APIKEY</source>
        <translation>&amp;APIKEY</translation>
    </message>
    <message>
        <source>Allow inter&amp;nal addresses: loopback and private networks</source>
        <translation>I&amp;nterne Adressen erlauben: Loopback und private Netze</translation>
    </message>
    <message>
        <source>Base URL of %1</source>
        <translation>Basis-URL von %1</translation>
    </message>
    <message>
        <source>Token for LightFlow</source>
        <translation>Token für LightFlow</translation>
    </message>
    <message>
        <source>APIKEY for Spark</source>
        <translation>APIKEY für Spark</translation>
    </message>
    <message>
        <source>Allow internal addresses for %1</source>
        <translation>Interne Adressen für %1 erlauben</translation>
    </message>
    <message>
        <source>Empty: records are not refreshed from here.</source>
        <translation>Leer: Datensätze werden von hier aus nicht aufgefrischt.</translation>
    </message>
</context>
<context>
    <name>callboard::PlotLegend</name>
    <message>
        <source>Legend: %1</source>
        <translation>Legende: %1</translation>
    </message>
</context>
<context>
    <name>callboard::Progress</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>callboard::ProjectCommands</name>
    <message>
        <source>Project “%1” calls %2 from now on. Headers, retry and limits are its target&apos;s.</source>
        <translation>Projekt „%1“ ruft von nun an %2 auf. Header, neue Versuche und Grenzwerte stehen am Ziel.</translation>
    </message>
    <message>
        <source>Edit target…</source>
        <translation>Ziel bearbeiten …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>callboard::ProjectDialog</name>
    <message>
        <source>Project Settings</source>
        <translation>Projekteinstellungen</translation>
    </message>
    <message>
        <source>New project[*]</source>
        <translation>Neues Projekt[*]</translation>
    </message>
    <message>
        <source>Project Settings of “%1”[*]</source>
        <translation>Projekteinstellungen von „%1“[*]</translation>
    </message>
    <message>
        <source>Media Callback &amp;URL</source>
        <translation>Media-Callback-&amp;URL</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Fan site</source>
        <translation>Fanseite</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Id (vhost)</source>
        <translation>ID (vhost)</translation>
    </message>
    <message>
        <source>&amp;Id (vhost)</source>
        <translation>&amp;ID (vhost)</translation>
    </message>
    <message>
        <source>Time zone of its dates</source>
        <translation>Zeitzone seiner Daten</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>&amp;Zeitzone</translation>
    </message>
    <message>
        <source>Media Callback URL</source>
        <translation>Media-Callback-URL</translation>
    </message>
    <message>
        <source>There is a project with the id %1 already.</source>
        <translation>Ein Projekt mit der ID %1 gibt es schon.</translation>
    </message>
    <message>
        <source>Spark&apos;s number of the project: &lt;vhost&gt; in its records.</source>
        <translation>Sparks Nummer des Projekts: &lt;vhost&gt; in seinen Datensätzen.</translation>
    </message>
    <message>
        <source>The project is known by it; it can&apos;t be changed.</source>
        <translation>Unter ihr ist das Projekt bekannt; sie lässt sich nicht ändern.</translation>
    </message>
    <message>
        <source>Spark writes its dates without a zone. Optional.</source>
        <translation>Spark schreibt seine Daten ohne Zeitzone. Freiwillig.</translation>
    </message>
    <message>
        <source>&amp;Save and remove target</source>
        <translation>&amp;Speichern und Ziel entfernen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Saves the project (Enter)</source>
        <translation>Speichert das Projekt (Eingabe)</translation>
    </message>
    <message>
        <source>There is a target of that name already. Give the project another name.</source>
        <translation>Ein Ziel mit diesem Namen gibt es schon. Dem Projekt einen anderen Namen geben.</translation>
    </message>
</context>
<context>
    <name>callboard::ProjectListModel</name>
    <message>
        <source>The zone of its dates is not known.</source>
        <translation>Die Zeitzone seiner Daten ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Its dates are in the zone %1.</source>
        <translation>Seine Daten sind in der Zeitzone %1.</translation>
    </message>
    <message>
        <source>No Media Callback URL: no callbacks</source>
        <translation>Keine Media-Callback-URL: keine Callbacks</translation>
    </message>
    <message>
        <source>Target “%1”</source>
        <translation>Ziel „%1“</translation>
    </message>
    <message>
        <source>Deliveries that are still owed: waiting, queued, retrying or held</source>
        <translation>Zustellungen, die noch ausstehen: wartend, eingereiht, vor einem neuen Versuch oder angehalten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Id (vhost)</source>
        <translation>ID (vhost)</translation>
    </message>
    <message>
        <source>Media Callback URL</source>
        <translation>Media-Callback-URL</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>Letztes Ergebnis</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
</context>
<context>
    <name>callboard::ProjectProblem</name>
    <message>
        <source>The project id (vhost) is missing.</source>
        <translation>Die Projekt-ID (vhost) fehlt.</translation>
    </message>
    <message>
        <source>The project id “%1” begins or ends with a blank.</source>
        <translation>Die Projekt-ID „%1“ beginnt oder endet mit einem Leerzeichen.</translation>
    </message>
    <message>
        <source>The time zone “%1” is not known; expected a name such as America/Toronto.</source>
        <translation>Die Zeitzone „%1“ ist nicht bekannt; erwartet wird ein Name wie America/Toronto.</translation>
    </message>
    <message>
        <source>A Media Callback URL is called by HTTP: it begins with https:// or http://.</source>
        <translation>Eine Media-Callback-URL wird per HTTP aufgerufen: Sie beginnt mit https:// oder http://.</translation>
    </message>
</context>
<context>
    <name>callboard::ProjectTable</name>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
</context>
<context>
    <name>callboard::ProjectWords</name>
    <message>
        <source>Makes a target: POST, XML, four events (rated, moderated, transcoded, external), at most one request per 60 s with the latest state.</source>
        <translation>Legt ein Ziel an: POST, XML, vier Ereignisse (rated, moderated, transcoded, external), höchstens eine Anfrage je 60 s mit dem neuesten Stand.</translation>
    </message>
    <message>
        <source>No callbacks</source>
        <translation>Keine Callbacks</translation>
    </message>
    <message>
        <source>delivered %1</source>
        <translation>zugestellt %1</translation>
    </message>
    <message>
        <source>it owes no deliveries</source>
        <translation>ihm steht keine Zustellung aus</translation>
    </message>
    <message>
        <source>Remove project “%1”?</source>
        <translation>Projekt „%1“ entfernen?</translation>
    </message>
    <message>
        <source>%1 It has no target.</source>
        <translation>%1 Es hat kein Ziel.</translation>
    </message>
    <message>
        <source>%1 Its target “%2” goes with it: %3. What was delivered stays in the log.</source>
        <translation>%1 Sein Ziel „%2“ geht mit ihm: %3. Was zugestellt wurde, bleibt im Protokoll.</translation>
    </message>
    <message>
        <source>Empty: the project sends no callbacks.</source>
        <translation>Leer: Das Projekt sendet keine Callbacks.</translation>
    </message>
    <message>
        <source>Removes target “%1”: %2.</source>
        <translation>Entfernt Ziel „%1“: %2.</translation>
    </message>
    <message>
        <source>Of target “%1”, which has all other settings.</source>
        <translation>Von Ziel „%1“, das alle übrigen Einstellungen hat.</translation>
    </message>
    <message>
        <source>Changes the address of target “%1”; the rest of it stays.</source>
        <translation>Ändert die Adresse von Ziel „%1“; sein Rest bleibt.</translation>
    </message>
    <message numerus="yes">
        <source>%n open deliveries are cancelled</source>
        <translation>
            <numerusform>%n offene Zustellung wird abgebrochen</numerusform>
            <numerusform>%n offene Zustellungen werden abgebrochen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ProjectsPage</name>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>New &amp;project</source>
        <translation>Neues &amp;Projekt</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>Names a Spark project and its Media Callback URL (N)</source>
        <translation>Benennt ein Spark-Projekt und seine Media-Callback-URL (N)</translation>
    </message>
    <message>
        <source>Project Settings</source>
        <translation>Projekteinstellungen</translation>
    </message>
    <message>
        <source>No projects</source>
        <translation>Keine Projekte</translation>
    </message>
    <message>
        <source>Project Settings…</source>
        <translation>Projekteinstellungen …</translation>
    </message>
    <message>
        <source>Edit target…</source>
        <translation>Ziel bearbeiten …</translation>
    </message>
    <message>
        <source>Show deliveries</source>
        <translation>Zustellungen zeigen</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Neues Projekt …</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>No projects yet</source>
        <translation>Noch keine Projekte</translation>
    </message>
    <message>
        <source>A project is a Spark site with a vhost of its own. Its Media Callback URL is called when a file is rated, moderated or transcoded, and when Brightcove calls back.</source>
        <translation>Ein Projekt ist eine Spark-Site mit eigenem vhost. Seine Media-Callback-URL wird aufgerufen, wenn eine Datei bewertet, moderiert oder transcodiert wird und wenn Brightcove zurückruft.</translation>
    </message>
    <message>
        <source>Add your first project</source>
        <translation>Erstes Projekt hinzufügen</translation>
    </message>
    <message>
        <source>The projects can&apos;t be read</source>
        <translation>Die Projekte lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1, all with callbacks</source>
        <translation>%1, alle mit Callbacks</translation>
    </message>
    <message>
        <source>%1, of which %2 without callbacks</source>
        <translation>%1, davon %2 ohne Callbacks</translation>
    </message>
    <message>
        <source>Project Settings of “%1” (E)</source>
        <translation>Projekteinstellungen von „%1“ (E)</translation>
    </message>
    <message>
        <source>Project Settings: select a project first</source>
        <translation>Projekteinstellungen: erst ein Projekt auswählen</translation>
    </message>
    <message>
        <source>Without a Media Callback URL the project has no target.</source>
        <translation>Ohne Media-Callback-URL hat das Projekt kein Ziel.</translation>
    </message>
</context>
<context>
    <name>callboard::ProxyFields</name>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>http://HOST:PORT or socks5://HOST:PORT</source>
        <translation>http://HOST:PORT oder socks5://HOST:PORT</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>User name at the proxy</source>
        <translation>Benutzername beim Proxy</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password at the proxy</source>
        <translation>Passwort beim Proxy</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>User name and password of the proxy go into the fields below.</source>
        <translation>Benutzername und Passwort des Proxys gehören in die Felder darunter.</translation>
    </message>
    <message>
        <source>Not a proxy: write http://HOST:PORT or socks5://HOST:PORT, or leave it empty.</source>
        <translation>Kein Proxy: http://HOST:PORT oder socks5://HOST:PORT schreiben oder leer lassen.</translation>
    </message>
    <message>
        <source>The proxy looks names up, so it decides which addresses can be reached.</source>
        <translation>Der Proxy löst Namen auf und entscheidet damit, welche Adressen erreichbar sind.</translation>
    </message>
    <message>
        <source>Requests leave directly; the environment&apos;s proxy is not used.</source>
        <translation>Anfragen gehen direkt hinaus; der Proxy der Umgebung wird nicht benutzt.</translation>
    </message>
    <message>
        <source>not an address</source>
        <translation>keine Adresse</translation>
    </message>
</context>
<context>
    <name>callboard::RailButton</name>
    <message numerus="yes">
        <source>%1, %n need attention</source>
        <translation>
            <numerusform>%1, %n braucht Aufmerksamkeit</numerusform>
            <numerusform>%1, %n brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::RangeBar</name>
    <message>
        <source>Range of time</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation>Letzte %1</translation>
    </message>
</context>
<context>
    <name>callboard::RateLabel</name>
    <message>
        <source>Attempts finished a second</source>
        <translation>Beendete Versuche je Sekunde</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 attempts a second</source>
        <translation>%1 Versuche je Sekunde</translation>
    </message>
</context>
<context>
    <name>callboard::ReceivedModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Answered with</source>
        <translation>Beantwortet mit</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bytes of body</source>
        <translation>
            <numerusform>%Ln Byte Body</numerusform>
            <numerusform>%Ln Bytes Body</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ReceivedTable</name>
    <message>
        <source>Received requests</source>
        <translation>Empfangene Anfragen</translation>
    </message>
</context>
<context>
    <name>callboard::ReceiverHeader</name>
    <message>
        <source>Receiver</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Copies the address</source>
        <translation>Kopiert die Adresse</translation>
    </message>
    <message>
        <source>on port</source>
        <translation>auf Port</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>The port of this computer&apos;s own address, 127.0.0.1, that it listens on</source>
        <translation>Der Port der eigenen Adresse dieses Rechners, 127.0.0.1, an dem er lauscht</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Die Liste leeren</translation>
    </message>
    <message>
        <source>Make a &amp;target of it…</source>
        <translation>&amp;Ziel daraus machen …</translation>
    </message>
    <message>
        <source>Make a target of it</source>
        <translation>Ziel daraus machen</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Defines a new target that calls this address</source>
        <translation>Legt ein neues Ziel an, das diese Adresse aufruft</translation>
    </message>
    <message>
        <source>Start the receiver first: then it has an address</source>
        <translation>Erst den Empfänger starten: Dann hat er eine Adresse</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stoppen</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Stop the receiver</source>
        <translation>Den Empfänger stoppen</translation>
    </message>
    <message>
        <source>Start the receiver</source>
        <translation>Empfänger starten</translation>
    </message>
    <message>
        <source>Closes the port and every connection to it</source>
        <translation>Schließt den Port und jede Verbindung dorthin</translation>
    </message>
    <message>
        <source>Takes requests at this computer&apos;s own address; nobody else can reach it</source>
        <translation>Nimmt Anfragen an der eigenen Adresse dieses Rechners an; niemand sonst erreicht sie</translation>
    </message>
    <message>
        <source>%1 received</source>
        <translation>%1 empfangen</translation>
    </message>
    <message>
        <source>New requests come in on top. Scrolling or selecting stops it.</source>
        <translation>Neue Anfragen kommen oben hinzu. Blättern oder Auswählen hält das an.</translation>
    </message>
    <message>
        <source>Go to the newest and follow (F or End)</source>
        <translation>Zur neuesten gehen und folgen (F oder Ende)</translation>
    </message>
</context>
<context>
    <name>callboard::ReceiverPage</name>
    <message>
        <source>Receiver</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>No requests</source>
        <translation>Keine Anfragen</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>Port %1 is kept for the system; only its administrator may listen on it. Choose one above 1023, or take a free one.</source>
        <translation>Port %1 ist dem System vorbehalten; nur sein Verwalter darf daran lauschen. Einen über 1023 wählen oder einen freien nehmen.</translation>
    </message>
    <message>
        <source>Port %1 is taken by another program, or by a second Callboard. Choose another, or take a free one.</source>
        <translation>Port %1 ist von einem anderen Programm oder einem zweiten Callboard belegt. Einen anderen wählen oder einen freien nehmen.</translation>
    </message>
    <message>
        <source>Take a free port</source>
        <translation>Freien Port nehmen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>See what a callback looks like when it arrives</source>
        <translation>Sehen, wie ein Callback aussieht, wenn er ankommt</translation>
    </message>
    <message>
        <source>The receiver is a small web server on this computer, for this computer alone. It takes any request, shows it whole, and answers as you say: also late, wrong, or not at all.</source>
        <translation>Der Empfänger ist ein kleiner Webserver auf diesem Rechner, nur für diesen Rechner. Er nimmt jede Anfrage an, zeigt sie ganz und antwortet, wie es gewünscht ist: auch spät, falsch oder gar nicht.</translation>
    </message>
    <message>
        <source>Start the receiver</source>
        <translation>Empfänger starten</translation>
    </message>
    <message>
        <source>Listening; nothing has arrived yet</source>
        <translation>Lauscht; noch ist nichts angekommen</translation>
    </message>
    <message>
        <source>Make a target of it and fire an event, or send it something from a terminal: %1</source>
        <translation>Ein Ziel daraus machen und ein Ereignis auslösen, oder vom Terminal aus etwas senden: %1</translation>
    </message>
    <message>
        <source>Make a target of it…</source>
        <translation>Ziel daraus machen …</translation>
    </message>
    <message>
        <source>Copy a cURL command</source>
        <translation>cURL-Befehl kopieren</translation>
    </message>
    <message>
        <source>Sends a small JSON document to this address</source>
        <translation>Sendet ein kleines JSON-Dokument an diese Adresse</translation>
    </message>
    <message>
        <source>Copied. Paste it into a terminal.</source>
        <translation>Kopiert. In ein Terminal einfügen.</translation>
    </message>
    <message numerus="yes">
        <source>%n requests were cleared from the list.</source>
        <translation>
            <numerusform>%n Anfrage wurde aus der Liste entfernt.</numerusform>
            <numerusform>%n Anfragen wurden aus der Liste entfernt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ReceiverRules</name>
    <message>
        <source>A path begins with “/”; “/” alone stands for every path.</source>
        <translation>Ein Pfad beginnt mit „/“; „/“ allein steht für jeden Pfad.</translation>
    </message>
    <message>
        <source>A path has no spaces, and other than plain letters only as %XX.</source>
        <translation>Ein Pfad hat keine Leerzeichen, und anderes als einfache Buchstaben nur als %XX.</translation>
    </message>
    <message>
        <source>A status is a number from 200 to 599.</source>
        <translation>Ein Status ist eine Zahl von 200 bis 599.</translation>
    </message>
    <message>
        <source>Not a delay: write 250ms, 2s or 1m, 24h at most, or nothing.</source>
        <translation>Keine Verzögerung: 250ms, 2s oder 1m schreiben, höchstens 24h, oder nichts.</translation>
    </message>
    <message>
        <source>How often the rule is used: a number from 1, or nothing for always.</source>
        <translation>Wie oft die Regel gilt: eine Zahl ab 1, oder nichts für immer.</translation>
    </message>
    <message>
        <source>Retry-After is a number of seconds, or a date such as Wed, 21 Oct 2026 07:28:00 GMT.</source>
        <translation>Retry-After ist eine Zahl von Sekunden oder ein Datum wie Wed, 21 Oct 2026 07:28:00 GMT.</translation>
    </message>
    <message>
        <source>Answers 200</source>
        <translation>Antwortet 200</translation>
    </message>
    <message>
        <source>503 with Retry-After 30</source>
        <translation>503 mit Retry-After 30</translation>
    </message>
    <message>
        <source>Fails three times, then 200</source>
        <translation>Scheitert dreimal, dann 200</translation>
    </message>
    <message>
        <source>Hangs</source>
        <translation>Hängt</translation>
    </message>
    <message>
        <source>Closes without an answer</source>
        <translation>Schließt ohne Antwort</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>closes without an answer</source>
        <translation>schließt ohne Antwort</translation>
    </message>
    <message>
        <source>resets the connection</source>
        <translation>setzt die Verbindung zurück</translation>
    </message>
    <message>
        <source>breaks off in the status line</source>
        <translation>bricht in der Statuszeile ab</translation>
    </message>
    <message>
        <source>breaks off in the headers</source>
        <translation>bricht in den Headern ab</translation>
    </message>
    <message>
        <source>breaks off in the body</source>
        <translation>bricht im Body ab</translation>
    </message>
    <message>
        <source>hangs</source>
        <translation>hängt</translation>
    </message>
    <message>
        <source>never ends its answer</source>
        <translation>beendet die Antwort nie</translation>
    </message>
    <message>
        <source>answers byte by byte</source>
        <translation>antwortet Byte für Byte</translation>
    </message>
    <message>
        <source>answers what is not HTTP</source>
        <translation>antwortet, was kein HTTP ist</translation>
    </message>
    <message>
        <source>answers, then closes</source>
        <translation>antwortet und schließt dann</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>callboard::RecordModel</name>
    <message>
        <source>unknown field, kept</source>
        <translation>unbekanntes Feld, bewahrt</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
</context>
<context>
    <name>callboard::RecordPane</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>No record</source>
        <translation>Kein Datensatz</translation>
    </message>
    <message>
        <source>The zone of project %1 is not known, so its dates stand as they came. It can be set on the page of projects.</source>
        <translation>Die Zeitzone von Projekt %1 ist nicht bekannt, deshalb stehen die Daten so da, wie sie kamen. Sie lässt sich auf der Seite Projekte festlegen.</translation>
    </message>
    <message>
        <source>Dates are in %1, the zone of project %2.</source>
        <translation>Daten in %1, der Zeitzone von Projekt %2.</translation>
    </message>
    <message>
        <source>No record has come for this asset</source>
        <translation>Für dieses Asset ist kein Datensatz gekommen</translation>
    </message>
    <message>
        <source>Its events carried none. Refresh from the platform asks for it.</source>
        <translation>Seine Ereignisse brachten keinen mit. „Von der Plattform auffrischen“ fragt danach.</translation>
    </message>
    <message>
        <source>The record can&apos;t be read field by field</source>
        <translation>Der Datensatz lässt sich nicht Feld für Feld lesen</translation>
    </message>
    <message>
        <source>%1 The bytes are under Raw.</source>
        <translation>%1 Die Bytes stehen unter Roh.</translation>
    </message>
    <message>
        <source>not one of the documents&apos; fields</source>
        <translation>kein Feld der Dokumente</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
</context>
<context>
    <name>callboard::Recorded</name>
    <message>
        <source>Its circuit is open: it was failing when Callboard last ended.</source>
        <translation>Sein Schutzschalter ist offen: Er schlug fehl, als Callboard zuletzt endete.</translation>
    </message>
    <message>
        <source>Its circuit is open: %1 of the last %2 attempts failed.</source>
        <translation>Sein Schutzschalter ist offen: %1 der letzten %2 Versuche schlugen fehl.</translation>
    </message>
    <message>
        <source>The target is paused.</source>
        <translation>Das Ziel ist pausiert.</translation>
    </message>
    <message>
        <source>The target is disabled.</source>
        <translation>Das Ziel ist deaktiviert.</translation>
    </message>
    <message>
        <source>Its target was removed.</source>
        <translation>Das Ziel wurde entfernt.</translation>
    </message>
    <message>
        <source>The receiver answered 410 Gone: it wants no more callbacks.</source>
        <translation>Der Empfänger hat 410 Gone geantwortet: Er will keine Callbacks mehr.</translation>
    </message>
    <message>
        <source>it is this machine</source>
        <translation>sie ist dieser Rechner</translation>
    </message>
    <message>
        <source>it is in a private network</source>
        <translation>sie liegt in einem privaten Netz</translation>
    </message>
    <message>
        <source>it is a link-local address</source>
        <translation>sie ist eine Link-Local-Adresse</translation>
    </message>
    <message>
        <source>it is a cloud metadata service</source>
        <translation>sie ist ein Cloud-Metadatendienst</translation>
    </message>
    <message>
        <source>it is a multicast address</source>
        <translation>sie ist eine Multicast-Adresse</translation>
    </message>
    <message>
        <source>it is not a public address</source>
        <translation>sie ist keine öffentliche Adresse</translation>
    </message>
    <message>
        <source>%1 may not be called: %2. Allow internal addresses for this target if it is meant.</source>
        <translation>%1 darf nicht aufgerufen werden: %2. Falls das so gewollt ist, für dieses Ziel interne Adressen erlauben.</translation>
    </message>
    <message>
        <source>%1 may not be called: %2.</source>
        <translation>%1 darf nicht aufgerufen werden: %2.</translation>
    </message>
    <message>
        <source>The name %1 has no address (port %2).</source>
        <translation>Der Name %1 hat keine Adresse (Port %2).</translation>
    </message>
    <message>
        <source>The name %1 has no address.</source>
        <translation>Der Name %1 hat keine Adresse.</translation>
    </message>
    <message>
        <source>The name %1 could not be looked up within %2; the name server did not answer.</source>
        <translation>Der Name %1 ließ sich nicht binnen %2 nachschlagen; der Nameserver hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>The name %1 could not be looked up: %2.</source>
        <translation>Der Name %1 ließ sich nicht nachschlagen: %2.</translation>
    </message>
    <message>
        <source>Cancelled here before it was sent to %1 (port %2).</source>
        <translation>Hier abgebrochen, bevor sie an %1 gesendet war (Port %2).</translation>
    </message>
    <message>
        <source>Cancelled here before %1 answered (port %2).</source>
        <translation>Hier abgebrochen, bevor %1 geantwortet hat (Port %2).</translation>
    </message>
    <message>
        <source>No trusted TLS connection to %1 (port %2): %3.</source>
        <translation>Keine vertrauenswürdige TLS-Verbindung zu %1 (Port %2): %3.</translation>
    </message>
    <message>
        <source>No trusted TLS connection to %1 (port %2).</source>
        <translation>Keine vertrauenswürdige TLS-Verbindung zu %1 (Port %2).</translation>
    </message>
    <message>
        <source>TLS with %1 broke before a complete answer (port %2): %3.</source>
        <translation>TLS mit %1 brach vor einer vollständigen Antwort ab (Port %2): %3.</translation>
    </message>
    <message>
        <source>TLS with %1 broke before a complete answer (port %2).</source>
        <translation>TLS mit %1 brach vor einer vollständigen Antwort ab (Port %2).</translation>
    </message>
    <message>
        <source>%1 accepted it with %2, but its answer is incomplete (port %3).</source>
        <translation>%1 hat sie mit %2 angenommen, aber die Antwort ist unvollständig (Port %3).</translation>
    </message>
    <message>
        <source>%1 sent the interim answer %2, and its final one could not be read (port %3).</source>
        <translation>%1 hat die Zwischenantwort %2 gesendet, und die endgültige ließ sich nicht lesen (Port %3).</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 (port %3).</source>
        <translation>%1 hat nicht binnen %2 geantwortet (Port %3).</translation>
    </message>
    <message>
        <source>%1 did not accept a connection within %2 (port %3).</source>
        <translation>%1 hat binnen %2 keine Verbindung angenommen (Port %3).</translation>
    </message>
    <message>
        <source>%1 refused the connection (port %2).</source>
        <translation>%1 hat die Verbindung abgelehnt (Port %2).</translation>
    </message>
    <message>
        <source>%1 broke off the TLS handshake (port %2).</source>
        <translation>%1 hat den TLS-Handshake abgebrochen (Port %2).</translation>
    </message>
    <message>
        <source>%1 can&apos;t be reached from here (port %2): %3.</source>
        <translation>%1 ist von hier nicht erreichbar (Port %2): %3.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be reached from here (port %2).</source>
        <translation>%1 ist von hier nicht erreichbar (Port %2).</translation>
    </message>
    <message>
        <source>%1 answered with something that is not HTTP (port %2).</source>
        <translation>%1 hat etwas geantwortet, das kein HTTP ist (Port %2).</translation>
    </message>
    <message>
        <source>%1 closed the connection before a complete answer, or what it answered is not HTTP (port %2).</source>
        <translation>%1 hat die Verbindung vor einer vollständigen Antwort geschlossen, oder die Antwort ist kein HTTP (Port %2).</translation>
    </message>
    <message>
        <source>%1 closed the connection before a complete answer (port %2).</source>
        <translation>%1 hat die Verbindung vor einer vollständigen Antwort geschlossen (Port %2).</translation>
    </message>
    <message>
        <source>%1 answered %2 and points to %3 (port %4); redirects are not followed.</source>
        <translation>%1 hat %2 geantwortet und verweist auf %3 (Port %4); Weiterleitungen wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>%1 answered %2 (port %3).</source>
        <translation>%1 hat %2 geantwortet (Port %3).</translation>
    </message>
    <message>
        <source>in seconds</source>
        <translation>in Sekunden</translation>
    </message>
    <message>
        <source>in bytes</source>
        <translation>in Bytes</translation>
    </message>
    <message>
        <source>unit not known</source>
        <translation>Einheit nicht bekannt</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>the project&apos;s id</source>
        <translation>die ID des Projekts</translation>
    </message>
    <message>
        <source>Brightcove&apos;s id</source>
        <translation>ID bei Brightcove</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>uploading</source>
        <translation>wird hochgeladen</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>eingereiht</translation>
    </message>
    <message>
        <source>converting</source>
        <translation>wird konvertiert</translation>
    </message>
    <message>
        <source>converted, ready</source>
        <translation>konvertiert, bereit</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>incomplete upload</source>
        <translation>unvollständig hochgeladen</translation>
    </message>
    <message>
        <source>trashed</source>
        <translation>im Papierkorb</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>unmoderated</source>
        <translation>nicht moderiert</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>trashed, was: %1</source>
        <translation>im Papierkorb, war: %1</translation>
    </message>
    <message>
        <source>deleted, was: %1</source>
        <translation>gelöscht, war: %1</translation>
    </message>
    <message>
        <source>%1, time zone not known</source>
        <translation>%1, Zeitzone nicht bekannt</translation>
    </message>
    <message>
        <source>%1 could not be asked for a token: %2</source>
        <translation>%1 konnte nicht um ein Token gebeten werden: %2</translation>
    </message>
    <message>
        <source>%1 refused the client: %2 (%3)</source>
        <translation>%1 hat den Client abgewiesen: %2 (%3)</translation>
    </message>
    <message>
        <source>%1 refused the client: %2</source>
        <translation>%1 hat den Client abgewiesen: %2</translation>
    </message>
    <message>
        <source>%1 answered %2 when it was asked for a token.</source>
        <translation>%1 hat auf die Bitte um ein Token mit %2 geantwortet.</translation>
    </message>
    <message>
        <source>%1 gave no token: its answer is larger than 64 KiB.</source>
        <translation>%1 hat kein Token gegeben: Die Antwort ist größer als 64 KiB.</translation>
    </message>
    <message>
        <source>%1 gave no token: its answer did not end.</source>
        <translation>%1 hat kein Token gegeben: Die Antwort endete nicht.</translation>
    </message>
    <message>
        <source>%1 gave no token: its answer is no JSON with an “access_token”.</source>
        <translation>%1 hat kein Token gegeben: Die Antwort ist kein JSON mit „access_token“.</translation>
    </message>
    <message>
        <source>%1 gave no token that can be used: its type is not bearer.</source>
        <translation>%1 hat kein brauchbares Token gegeben: Seine Art ist nicht „bearer“.</translation>
    </message>
    <message>
        <source>%1 gave no token that can be used: it has a character that no header takes, or is too long.</source>
        <translation>%1 hat kein brauchbares Token gegeben: Es enthält ein Zeichen, das in keinem Header stehen darf, oder ist zu lang.</translation>
    </message>
    <message>
        <source>%1 gave no token that can be used: it ends at once.</source>
        <translation>%1 hat kein brauchbares Token gegeben: Es endet sofort.</translation>
    </message>
    <message>
        <source>The token was refused: it was sent again with a new one.</source>
        <translation>Das Token wurde abgewiesen: Mit einem neuen wurde noch einmal gesendet.</translation>
    </message>
    <message>
        <source>That is Callboard&apos;s own door; what is called there comes back as an event. Give the address of a receiver.</source>
        <translation>Das ist Callboards eigener Eingang; was dort aufgerufen wird, kommt als Ereignis zurück. Die Adresse eines Empfängers angeben.</translation>
    </message>
    <message>
        <source>its certificate comes from none of the authorities that this target trusts</source>
        <translation>sein Zertifikat stammt von keiner der Stellen, denen dieses Ziel vertraut</translation>
    </message>
    <message>
        <source>The receiver&apos;s key is not the pinned one: %1 has %2 (port %3).</source>
        <translation>Der Schlüssel des Empfängers ist nicht der festgelegte: %1 hat %2 (Port %3).</translation>
    </message>
    <message>
        <source>%1 did not accept our client certificate (port %2): %3.</source>
        <translation>%1 hat unser Client-Zertifikat nicht angenommen (Port %2): %3.</translation>
    </message>
    <message>
        <source>%1 did not accept our client certificate (port %2).</source>
        <translation>%1 hat unser Client-Zertifikat nicht angenommen (Port %2).</translation>
    </message>
    <message>
        <source>%1 wants a client certificate, and this target has none (port %2).</source>
        <translation>%1 verlangt ein Client-Zertifikat, und dieses Ziel hat keines (Port %2).</translation>
    </message>
    <message>
        <source>%1 broke off the TLS handshake; it may want a client certificate, which this target does not have (port %2).</source>
        <translation>%1 hat den TLS-Handshake abgebrochen; vielleicht verlangt es ein Client-Zertifikat, das dieses Ziel nicht hat (Port %2).</translation>
    </message>
    <message>
        <source>The proxy %1 asks for a name and password that it knows.</source>
        <translation>Der Proxy %1 verlangt einen Namen und ein Passwort, die er kennt.</translation>
    </message>
    <message>
        <source>The proxy %1 refused the connection.</source>
        <translation>Der Proxy %1 hat die Verbindung abgelehnt.</translation>
    </message>
    <message>
        <source>The proxy %1 closed the connection.</source>
        <translation>Der Proxy %1 hat die Verbindung geschlossen.</translation>
    </message>
    <message>
        <source>The name of the proxy %1 could not be looked up.</source>
        <translation>Der Name des Proxys %1 konnte nicht aufgelöst werden.</translation>
    </message>
    <message>
        <source>The proxy %1 did not answer in time.</source>
        <translation>Der Proxy %1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The proxy %1 made no connection to %2 (port %3): %4.</source>
        <translation>Der Proxy %1 hat keine Verbindung zu %2 hergestellt (Port %3): %4.</translation>
    </message>
    <message>
        <source>The proxy %1 made no connection to %2 (port %3).</source>
        <translation>Der Proxy %1 hat keine Verbindung zu %2 hergestellt (Port %3).</translation>
    </message>
    <message>
        <source>through the proxy %1</source>
        <translation>über den Proxy %1</translation>
    </message>
    <message>
        <source>There was no connection to %1 through the proxy %2 within %3 (port %4).</source>
        <translation>Über den Proxy %2 kam innerhalb von %3 keine Verbindung zu %1 zustande (Port %4).</translation>
    </message>
    <message>
        <source>1 secret of the target was hidden in the answer.</source>
        <translation>1 Geheimnis des Ziels wurde in der Antwort unkenntlich gemacht.</translation>
    </message>
    <message>
        <source>%1 secrets of the target were hidden in the answer.</source>
        <translation>%1 Geheimnisse des Ziels wurden in der Antwort unkenntlich gemacht.</translation>
    </message>
    <message>
        <source>Other users of this machine may read or change %1 (mode %2).</source>
        <translation>Andere Benutzer dieses Rechners können %1 lesen oder ändern (Modus %2).</translation>
    </message>
    <message>
        <source>The rights of %1 can&apos;t be changed: %2.</source>
        <translation>Die Rechte von %1 lassen sich nicht ändern: %2.</translation>
    </message>
</context>
<context>
    <name>callboard::RefreshFlow</name>
    <message>
        <source>Asking the platform what %1 is now…</source>
        <translation>Die Plattform wird gefragt, was %1 jetzt ist …</translation>
    </message>
    <message>
        <source>The platform did not say what %1 is now: %2</source>
        <translation>Die Plattform hat nicht gesagt, was %1 jetzt ist: %2</translation>
    </message>
    <message>
        <source>The platform says of %1 what is known here: nothing differs.</source>
        <translation>Die Plattform sagt zu %1, was hier bekannt ist: kein Unterschied.</translation>
    </message>
    <message numerus="yes">
        <source>%n fields differ: %1.</source>
        <translation>
            <numerusform>%n Feld unterscheidet sich: %1.</numerusform>
            <numerusform>%n Felder unterscheiden sich: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replay the latest state</source>
        <translation>Neuesten Stand erneut senden</translation>
    </message>
</context>
<context>
    <name>callboard::RepairModel</name>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>What was wrong</source>
        <translation>Was falsch war</translation>
    </message>
    <message>
        <source>How it was mended</source>
        <translation>Wie es behoben wurde</translation>
    </message>
</context>
<context>
    <name>callboard::ReplayButton</name>
    <message>
        <source>Replay  %1</source>
        <translation>Erneut senden  %1</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>More ways to replay</source>
        <translation>Weitere Arten, erneut zu senden</translation>
    </message>
    <message>
        <source>Replay the same bytes	R</source>
        <translation>Dieselben Bytes erneut senden	R</translation>
    </message>
    <message>
        <source>Replay the latest state	Ctrl+R</source>
        <translation>Neuesten Stand erneut senden	Strg+R</translation>
    </message>
    <message>
        <source>Refresh from the platform…</source>
        <translation>Von der Plattform auffrischen …</translation>
    </message>
    <message>
        <source>The very body that it carried, byte for byte</source>
        <translation>Genau der Body, den sie trug, Byte für Byte</translation>
    </message>
    <message>
        <source>The asset&apos;s record as it is known now</source>
        <translation>Der Datensatz des Assets, wie er jetzt bekannt ist</translation>
    </message>
    <message>
        <source>Asks the platform for the asset&apos;s record and shows what differs; sends nothing yet</source>
        <translation>Fragt die Plattform nach dem Datensatz des Assets und zeigt die Unterschiede; sendet noch nichts</translation>
    </message>
    <message>
        <source>Send it again as a new delivery (R)</source>
        <translation>Als neue Zustellung erneut senden (R)</translation>
    </message>
</context>
<context>
    <name>callboard::ReplayFlow</name>
    <message>
        <source>Replay of %1, with the latest state, is on its way.</source>
        <translation>%1 ist mit dem neuesten Stand erneut unterwegs.</translation>
    </message>
    <message>
        <source>Replay of %1 is on its way.</source>
        <translation>%1 ist erneut unterwegs.</translation>
    </message>
    <message>
        <source>%1 was delivered already. Its receiver would be told the latest state besides.</source>
        <translation>%1 ist schon zugestellt. Der Empfänger bekäme zusätzlich den neuesten Stand.</translation>
    </message>
    <message>
        <source>%1 was delivered already. Its receiver would get it a second time.</source>
        <translation>%1 ist schon zugestellt. Der Empfänger bekäme sie ein zweites Mal.</translation>
    </message>
    <message>
        <source>%1 of these %2 were delivered already. Their receivers would be told the latest state besides.</source>
        <translation>%1 von diesen %2 sind schon zugestellt. Ihre Empfänger bekämen zusätzlich den neuesten Stand.</translation>
    </message>
    <message>
        <source>%1 of these %2 were delivered already. Their receivers would get them a second time.</source>
        <translation>%1 von diesen %2 sind schon zugestellt. Ihre Empfänger bekämen sie ein zweites Mal.</translation>
    </message>
    <message>
        <source>%1 is still on its way. It can be replayed once it has ended.</source>
        <translation>%1 ist noch unterwegs. Erneut senden geht, sobald sie beendet ist.</translation>
    </message>
    <message>
        <source>Replay anyway</source>
        <translation>Trotzdem erneut senden</translation>
    </message>
    <message>
        <source>Nothing was replayed: %1</source>
        <translation>Nichts wurde erneut gesendet: %1</translation>
    </message>
    <message>
        <source>Nothing was sent: %1</source>
        <translation>Nichts wurde gesendet: %1</translation>
    </message>
    <message>
        <source>Replay of %1 is on its way to %2.</source>
        <translation>%1 ist erneut unterwegs, an %2.</translation>
    </message>
    <message>
        <source>What matches is still on its way. It can be replayed once it has ended.</source>
        <translation>Was zum Filter passt, ist noch unterwegs. Erneut senden geht, sobald es beendet ist.</translation>
    </message>
    <message>
        <source>No ended delivery matches the filter.</source>
        <translation>Keine beendete Zustellung passt zum Filter.</translation>
    </message>
    <message>
        <source>Replay %1</source>
        <translation>%1 erneut senden</translation>
    </message>
    <message numerus="yes">
        <source>Replays of %Ln deliveries, with the latest state, are on their way.</source>
        <translation>
            <numerusform>%Ln Zustellung ist mit dem neuesten Stand erneut unterwegs.</numerusform>
            <numerusform>%Ln Zustellungen sind mit dem neuesten Stand erneut unterwegs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replays of %Ln deliveries are on their way.</source>
        <translation>
            <numerusform>%Ln Zustellung ist erneut unterwegs.</numerusform>
            <numerusform>%Ln Zustellungen sind erneut unterwegs.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for what matches: %1 so far.</source>
        <translation>Sucht das Passende: bisher %1.</translation>
    </message>
    <message>
        <source>%1 were delivered already; their receivers would get them a second time.</source>
        <translation>%1 sind schon zugestellt; ihre Empfänger bekämen sie ein zweites Mal.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Replaying: %1 of %2 are under way.</source>
        <translation>Wird erneut gesendet: %1 von %2 sind unterwegs.</translation>
    </message>
    <message>
        <source>%1 deliveries are replayed, the rest is not: %2</source>
        <translation>%1 Zustellungen werden erneut gesendet, die übrigen nicht: %2</translation>
    </message>
    <message>
        <source>Stopped: replays of %1 deliveries are on their way, the rest is not sent.</source>
        <translation>Gestoppt: %1 Zustellungen sind erneut unterwegs, die übrigen werden nicht gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>A replay of all that matched a filter was interrupted. %Ln deliveries are left.</source>
        <translation>
            <numerusform>Das erneute Senden von allem, was zu einem Filter passte, wurde unterbrochen. %Ln Zustellung ist übrig.</numerusform>
            <numerusform>Das erneute Senden von allem, was zu einem Filter passte, wurde unterbrochen. %Ln Zustellungen sind übrig.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replay all %Ln ended deliveries that match the filter?</source>
        <translation>
            <numerusform>Die %Ln beendete Zustellung, die zum Filter passt, erneut senden?</numerusform>
            <numerusform>Alle %Ln beendeten Zustellungen, die zum Filter passen, erneut senden?</numerusform>
        </translation>
    </message>
    <message>
        <source>What an interrupted replay has left can&apos;t be told any more, and nothing of it is sent: %1</source>
        <translation>Was ein unterbrochenes erneutes Senden übrig ließ, ist nicht mehr feststellbar, und nichts davon wird gesendet: %1</translation>
    </message>
    <message>
        <source>A replay of all that match is under way.</source>
        <translation>Das erneute Senden aller passenden läuft bereits.</translation>
    </message>
</context>
<context>
    <name>callboard::ReplayVerdict</name>
    <message>
        <source>Still passing: the try before was delivered as well.</source>
        <translation>Weiterhin gut: Auch der Versuch davor wurde zugestellt.</translation>
    </message>
    <message>
        <source>Fixed: the try before failed, this one was delivered.</source>
        <translation>Behoben: Der Versuch davor schlug fehl, dieser wurde zugestellt.</translation>
    </message>
    <message>
        <source>Regressed: the try before was delivered, this one failed.</source>
        <translation>Verschlechtert: Der Versuch davor wurde zugestellt, dieser schlug fehl.</translation>
    </message>
    <message>
        <source>Still failing, as the try before.</source>
        <translation>Schlägt weiterhin fehl, wie der Versuch davor.</translation>
    </message>
</context>
<context>
    <name>callboard::ReplayWatch</name>
    <message>
        <source>All %1 replays were delivered.</source>
        <translation>Alle %1 erneut gesendeten sind zugestellt.</translation>
    </message>
    <message>
        <source>The %1 replays ended: %2 delivered, %3 not delivered.</source>
        <translation>Von den %1 erneut gesendeten sind %2 zugestellt und %3 nicht.</translation>
    </message>
    <message>
        <source>Replay of %1 was delivered.</source>
        <translation>%1 ist erneut zugestellt.</translation>
    </message>
    <message>
        <source>Replay of %1 was cancelled.</source>
        <translation>Erneutes Senden von %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Replay of %1 is in doubt.</source>
        <translation>Erneutes Senden von %1 ist ungewiss.</translation>
    </message>
    <message>
        <source>Replay of %1 failed.</source>
        <translation>Erneutes Senden von %1 ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Replay of %1 is in doubt: %2</source>
        <translation>Erneutes Senden von %1 ist ungewiss: %2</translation>
    </message>
    <message>
        <source>Replay of %1 failed: %2</source>
        <translation>Erneutes Senden von %1 ist fehlgeschlagen: %2</translation>
    </message>
</context>
<context>
    <name>callboard::ReportFlow</name>
    <message numerus="yes">
        <source>%n deliveries written to %1.</source>
        <translation>
            <numerusform>%n Zustellung nach %1 geschrieben.</numerusform>
            <numerusform>%n Zustellungen nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 ließ sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The newest %1 of %2 deliveries written to %3.</source>
        <translation>Die neuesten %1 von %2 Zustellungen nach %3 geschrieben.</translation>
    </message>
</context>
<context>
    <name>callboard::RequestPane</name>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>The whole request</source>
        <translation>Die ganze Anfrage</translation>
    </message>
    <message>
        <source>This request has no body.</source>
        <translation>Diese Anfrage hat keinen Body.</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>No. %1 · %2 · %3 · answer: %4</source>
        <translation>Nr. %1 · %2 · %3 · Antwort: %4</translation>
    </message>
    <message>
        <source>Headers %1</source>
        <translation>Header %1</translation>
    </message>
    <message>
        <source>Show delivery %1</source>
        <translation>Zustellung %1 zeigen</translation>
    </message>
</context>
<context>
    <name>callboard::RequestPreview</name>
    <message>
        <source>Sample event</source>
        <translation>Beispielereignis</translation>
    </message>
    <message>
        <source>The next request, byte for byte</source>
        <translation>Die nächste Anfrage, Byte für Byte</translation>
    </message>
    <message>
        <source>Samp&amp;le</source>
        <translation>Beis&amp;piel</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Anhang</translation>
    </message>
    <message>
        <source>The request appears here as soon as there is a URL.</source>
        <translation>Die Anfrage erscheint hier, sobald es eine URL gibt.</translation>
    </message>
    <message>
        <source>No request yet. %1</source>
        <translation>Noch keine Anfrage. %1</translation>
    </message>
    <message>
        <source>No body: the asset&apos;s state is in the URL.</source>
        <translation>Kein Body: Der Zustand des Assets steht in der URL.</translation>
    </message>
    <message>
        <source>%1 in the body, exactly as sent; secret values are masked.</source>
        <translation>%1 im Body, genau wie gesendet; geheime Werte sind unkenntlich.</translation>
    </message>
    <message>
        <source>Attachment %1, %2</source>
        <translation>Anhang %1, %2</translation>
    </message>
    <message>
        <source>No mail server is set up: enter one in the settings.</source>
        <translation>Kein Mailserver eingerichtet: in den Einstellungen eintragen.</translation>
    </message>
    <message>
        <source>The e-mail also says this as HTML; the mail program chooses.</source>
        <translation>Die E-Mail sagt dies auch als HTML; das Mailprogramm wählt.</translation>
    </message>
    <message>
        <source>%1 · %2, %3</source>
        <translation>%1 · %2, %3</translation>
    </message>
</context>
<context>
    <name>callboard::ResendDialog</name>
    <message>
        <source>Re-send to another URL</source>
        <translation>An andere URL senden</translation>
    </message>
    <message>
        <source>Re-send delivery %1</source>
        <translation>Zustellung %1 noch einmal senden</translation>
    </message>
    <message>
        <source>The same bytes go once to the address below. “%1” stays as it is, and the new delivery is linked to this one.</source>
        <translation>Dieselben Bytes gehen einmal an die Adresse unten. „%1“ bleibt, wie es ist, und die neue Zustellung ist mit dieser verknüpft.</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>&amp;URL</source>
        <translation>&amp;URL</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Re-send</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>This callback is an e-mail: it can go to another mailto: address only.</source>
        <translation>Dieser Callback ist eine E-Mail: Sie kann nur an eine andere mailto:-Adresse gehen.</translation>
    </message>
    <message>
        <source>This callback is an HTTP request: the address begins with https:// or http://.</source>
        <translation>Dieser Callback ist eine HTTP-Anfrage: Die Adresse beginnt mit https:// oder http://.</translation>
    </message>
    <message>
        <source>Secret headers are left out: they are meant for %1 alone.</source>
        <translation>Geheime Header entfallen: Sie sind allein für %1 bestimmt.</translation>
    </message>
</context>
<context>
    <name>callboard::RetentionProblem</name>
    <message>
        <source>What is kept can&apos;t be less than nothing.</source>
        <translation>Weniger als nichts lässt sich nicht behalten.</translation>
    </message>
    <message>
        <source>History is kept for an hour at least.</source>
        <translation>Der Verlauf wird mindestens eine Stunde behalten.</translation>
    </message>
    <message>
        <source>A limit is %1 at least: below it there would be no history at all.</source>
        <translation>Eine Grenze ist mindestens %1: Darunter gäbe es gar keinen Verlauf.</translation>
    </message>
</context>
<context>
    <name>callboard::RetryTimeline</name>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>When a delivery is tried</source>
        <translation>Wann eine Zustellung versucht wird</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>Tries after the event: %1</source>
        <translation>Versuche nach dem Ereignis: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>First try: at once</source>
        <translation>Erster Versuch: sofort</translation>
    </message>
    <message>
        <source>Try %1: %2 after the first, %3 after the one before, give or take 20 %</source>
        <translation>Versuch %1: %2 nach dem ersten, %3 nach dem vorigen, 20 % mehr oder weniger</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
</context>
<context>
    <name>callboard::RulesPane</name>
    <message>
        <source>How it answers</source>
        <translation>Wie er antwortet</translation>
    </message>
    <message>
        <source>By rules of your own</source>
        <translation>Nach eigenen Regeln</translation>
    </message>
    <message>
        <source>Answer rules</source>
        <translation>Antwortregeln</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Shows the rules behind it: by path, with delays and misbehaviours</source>
        <translation>Zeigt die Regeln dahinter: nach Pfad, mit Verzögerungen und Fehlverhalten</translation>
    </message>
    <message>
        <source>&amp;Behaviour</source>
        <translation>&amp;Verhalten</translation>
    </message>
    <message>
        <source>%1 Until then it answers as before.</source>
        <translation>%1 Bis dahin antwortet er wie zuvor.</translation>
    </message>
    <message>
        <source>The first rule that fits answers; where none does, 200.</source>
        <translation>Die erste passende Regel antwortet; wo keine passt, 200.</translation>
    </message>
</context>
<context>
    <name>callboard::RulesTable</name>
    <message>
        <source>Answer rules</source>
        <translation>Antwortregeln</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove rule</source>
        <translation>Regel entfernen</translation>
    </message>
</context>
<context>
    <name>callboard::RulesTableModel</name>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Rule %1: %2</source>
        <translation>Regel %1: %2</translation>
    </message>
    <message>
        <source>An answer of this kind has none.</source>
        <translation>Eine Antwort dieser Art hat keinen.</translation>
    </message>
    <message>
        <source>Add a rule: /path</source>
        <translation>Regel hinzufügen: /pfad</translation>
    </message>
    <message>
        <source>Requests whose path begins with it. The first rule that fits answers.</source>
        <translation>Anfragen, deren Pfad so beginnt. Die erste passende Regel antwortet.</translation>
    </message>
    <message>
        <source>How long the answer is put off, such as 250ms or 2s</source>
        <translation>Wie lange die Antwort hinausgeschoben wird, etwa 250ms oder 2s</translation>
    </message>
    <message>
        <source>How often the rule is used before the next one that fits takes over</source>
        <translation>Wie oft die Regel gilt, bevor die nächste passende übernimmt</translation>
    </message>
    <message>
        <source>Sent as Retry-After: seconds, or a date</source>
        <translation>Als Retry-After gesendet: Sekunden oder ein Datum</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was er tut</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Retry-After</source>
        <translation>Retry-After</translation>
    </message>
</context>
<context>
    <name>callboard::SearchHead</name>
    <message>
        <source>Search the settings</source>
        <translation>Die Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Search the settings (Ctrl+F)</source>
        <translation>Die Einstellungen durchsuchen (Strg+F)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No setting has these words in its name or its help. Esc shows all.</source>
        <translation>Keine Einstellung hat diese Wörter in Namen oder Hilfe. Esc zeigt alle.</translation>
    </message>
    <message>
        <source>Found here: %1, and nothing on other pages. Esc shows all.</source>
        <translation>Hier gefunden: %1, und nichts auf anderen Seiten. Esc zeigt alle.</translation>
    </message>
    <message>
        <source>Found here: %1; on other pages: %2. Esc shows all.</source>
        <translation>Hier gefunden: %1; auf anderen Seiten: %2. Esc zeigt alle.</translation>
    </message>
</context>
<context>
    <name>callboard::SearchLine</name>
    <message>
        <source>Deliveries looked into</source>
        <translation>Durchsuchte Zustellungen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Looked into all %1 deliveries: %2 found.</source>
        <translation>Alle %1 Zustellungen durchsucht: %2 gefunden.</translation>
    </message>
    <message>
        <source>Looked into %1 deliveries: %2 found.</source>
        <translation>%1 Zustellungen durchsucht: %2 gefunden.</translation>
    </message>
    <message>
        <source>Looking into %1 of %2 deliveries: %3 found.</source>
        <translation>%1 von %2 Zustellungen durchsucht: bisher %3 gefunden.</translation>
    </message>
    <message>
        <source>Stopped after %1 of %2 deliveries: %3 found.</source>
        <translation>Gestoppt nach %1 von %2 Zustellungen: %3 gefunden.</translation>
    </message>
    <message>
        <source>It also goes on where the list is scrolled to its end</source>
        <translation>Es geht auch weiter, wenn die Liste bis ans Ende geblättert wird</translation>
    </message>
    <message>
        <source>Looked into %1 of %2 deliveries: %3 found so far.</source>
        <translation>%1 von %2 Zustellungen durchsucht: bisher %3 gefunden.</translation>
    </message>
</context>
<context>
    <name>callboard::SecretBox</name>
    <message>
        <source>Reveal</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Shows what is typed here; what is stored is never shown</source>
        <translation>Zeigt, was hier eingegeben ist; Gespeichertes wird nie gezeigt</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>It leaves the clipboard after 30 s</source>
        <translation>Er verschwindet nach 30 s aus der Zwischenablage</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>What is stored is deleted when this is saved</source>
        <translation>Das Gespeicherte wird beim Speichern gelöscht</translation>
    </message>
    <message>
        <source>Reveal, %1</source>
        <translation>Zeigen, %1</translation>
    </message>
    <message>
        <source>Copy, %1</source>
        <translation>Kopieren, %1</translation>
    </message>
    <message>
        <source>Remove, %1</source>
        <translation>Entfernen, %1</translation>
    </message>
    <message>
        <source>Stored. Type to change it.</source>
        <translation>Gespeichert. Zum Ändern überschreiben.</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
</context>
<context>
    <name>callboard::SecretField</name>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Will be forgotten when you save</source>
        <translation>Wird beim Speichern vergessen</translation>
    </message>
    <message>
        <source>Stored. Type to change it.</source>
        <translation>Gespeichert. Zum Ändern überschreiben.</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
    <message>
        <source>Keep: %1</source>
        <translation>Behalten: %1</translation>
    </message>
    <message>
        <source>Forget: %1</source>
        <translation>Vergessen: %1</translation>
    </message>
    <message>
        <source>Leaves it stored after all</source>
        <translation>Lässt es doch gespeichert</translation>
    </message>
    <message>
        <source>Empties it when you save</source>
        <translation>Leert es beim Speichern</translation>
    </message>
    <message>
        <source>Nothing is stored.</source>
        <translation>Nichts ist gespeichert.</translation>
    </message>
</context>
<context>
    <name>callboard::SendTestPane</name>
    <message>
        <source>Send test</source>
        <translation>Test senden</translation>
    </message>
    <message>
        <source>Sends this request once, saved or not (Ctrl+T)</source>
        <translation>Sendet diese Anfrage einmal, gespeichert oder nicht (Strg+T)</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet …</translation>
    </message>
</context>
<context>
    <name>callboard::ServiceUrl</name>
    <message>
        <source>An address here begins with https:// or http://.</source>
        <translation>Eine Adresse beginnt hier mit https:// oder http://.</translation>
    </message>
    <message>
        <source>The address ends with its path: without “?” and “#”.</source>
        <translation>Die Adresse endet mit ihrem Pfad: ohne „?“ und „#“.</translation>
    </message>
    <message>
        <source>%1 is an internal address: allow them below if it is meant.</source>
        <translation>%1 ist eine interne Adresse: unten erlauben, wenn das so gewollt ist.</translation>
    </message>
    <message>
        <source>Only this machine reaches that address: an encoder elsewhere does not.</source>
        <translation>Diese Adresse erreicht nur dieser Rechner: ein Encoder anderswo nicht.</translation>
    </message>
    <message>
        <source>Not encrypted: the notification secret can be read on the way. Prefer https.</source>
        <translation>Nicht verschlüsselt: Das Meldungsgeheimnis ist unterwegs lesbar. Besser https verwenden.</translation>
    </message>
    <message>
        <source>Notifications arrive at %1.</source>
        <translation>Meldungen kommen an unter %1.</translation>
    </message>
</context>
<context>
    <name>callboard::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings[*]</source>
        <translation>Einstellungen[*]</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>Plattformen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Vault</source>
        <translation>Tresor</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>Eingang</translation>
    </message>
</context>
<context>
    <name>callboard::ShortcutsDialog</name>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Ctrl+1 … Ctrl+6</source>
        <translation>Strg+1 … Strg+6</translation>
    </message>
    <message>
        <source>Go to a page</source>
        <translation>Zu einer Seite</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Strg+K</translation>
    </message>
    <message>
        <source>Find a command or target</source>
        <translation>Befehl oder Ziel suchen</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Strg+N</translation>
    </message>
    <message>
        <source>New target</source>
        <translation>Neues Ziel</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Strg+E</translation>
    </message>
    <message>
        <source>Fire event</source>
        <translation>Ereignis auslösen</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>The manual, at what is before you</source>
        <translation>Handbuch zu dieser Stelle</translation>
    </message>
    <message>
        <source>?  or  Ctrl+/</source>
        <translation>?  oder  Strg+/</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>Diese Übersicht</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Strg+,</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Strg+Q</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>In der Liste</translation>
    </message>
    <message>
        <source>↑  ↓  or  K  J</source>
        <translation>↑  ↓  oder  K  J</translation>
    </message>
    <message>
        <source>Move by rows</source>
        <translation>Zeilenweise gehen</translation>
    </message>
    <message>
        <source>F  or  End</source>
        <translation>F  oder  Ende</translation>
    </message>
    <message>
        <source>Follow the newest</source>
        <translation>Der neuesten folgen</translation>
    </message>
    <message>
        <source>/</source>
        <translation>/</translation>
    </message>
    <message>
        <source>Filter by text</source>
        <translation>Nach Text filtern</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Back to the list, then clear</source>
        <translation>Zur Liste, dann leeren</translation>
    </message>
    <message>
        <source>With a delivery</source>
        <translation>Mit einer Zustellung</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Go to the inspector</source>
        <translation>Zum Detailbereich</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>Replay the same bytes</source>
        <translation>Bytes erneut senden</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Strg+R</translation>
    </message>
    <message>
        <source>Replay the latest state</source>
        <translation>Neuesten Stand senden</translation>
    </message>
    <message>
        <source>Shift+R</source>
        <translation>Umschalt+R</translation>
    </message>
    <message>
        <source>Replay all that match</source>
        <translation>Alle passenden senden</translation>
    </message>
    <message>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <source>Edit its target</source>
        <translation>Ihr Ziel bearbeiten</translation>
    </message>
    <message>
        <source>Shift+E</source>
        <translation>Umschalt+E</translation>
    </message>
    <message>
        <source>Re-send to another URL</source>
        <translation>An andere URL senden</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Strg+F</translation>
    </message>
    <message>
        <source>Find in the payload</source>
        <translation>In den Nutzdaten suchen</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Strg+S</translation>
    </message>
    <message>
        <source>Save the payload</source>
        <translation>Nutzdaten speichern</translation>
    </message>
    <message>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>Als cURL kopieren</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Strg+C</translation>
    </message>
    <message>
        <source>Copy the rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>With a target</source>
        <translation>Mit einem Ziel</translation>
    </message>
    <message>
        <source>Enter  or  E</source>
        <translation>Eingabe  oder  E</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Strg+D</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Enable or disable</source>
        <translation>Aktivieren, deaktivieren</translation>
    </message>
    <message>
        <source>P</source>
        <translation>P</translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation>Pausieren oder fortsetzen</translation>
    </message>
    <message>
        <source>T</source>
        <translation>T</translation>
    </message>
    <message>
        <source>Try now, if its circuit is open</source>
        <translation>Schutzschalter schließen</translation>
    </message>
    <message>
        <source>Alt+↑  Alt+↓</source>
        <translation>Alt+↑  Alt+↓</translation>
    </message>
    <message>
        <source>Move up or down</source>
        <translation>Nach oben oder unten</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Strg+T</translation>
    </message>
    <message>
        <source>Send test (in its form)</source>
        <translation>Test senden (im Formular)</translation>
    </message>
    <message>
        <source>With an asset</source>
        <translation>Mit einem Asset</translation>
    </message>
    <message>
        <source>Show its deliveries</source>
        <translation>Seine Zustellungen zeigen</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Refresh from the platform</source>
        <translation>Auffrischen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Ctrl+Shift+F</source>
        <translation>Strg+Umschalt+F</translation>
    </message>
    <message>
        <source>Find across all payloads</source>
        <translation>In allen Nutzdaten suchen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Strg+Umschalt+S</translation>
    </message>
    <message>
        <source>Save what the filter names</source>
        <translation>Gefilterte speichern</translation>
    </message>
    <message>
        <source>Ctrl+Z  Ctrl+Shift+Z</source>
        <translation>Strg+(Umschalt+)Z</translation>
    </message>
    <message>
        <source>Undo, redo (in its form)</source>
        <translation>Rückgängig, wiederholen</translation>
    </message>
    <message>
        <source>H</source>
        <translation>H</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>callboard::SignatureWords</name>
    <message>
        <source>Signature: can&apos;t be checked. %1</source>
        <translation>Signatur: nicht prüfbar. %1</translation>
    </message>
    <message>
        <source>Signature: not signed</source>
        <translation>Signatur: nicht signiert</translation>
    </message>
    <message>
        <source>Signature: made with the present key</source>
        <translation>Signatur: mit dem jetzigen Schlüssel</translation>
    </message>
    <message>
        <source>Signature: made with a key that ends in %1</source>
        <translation>Signatur: mit einem Schlüssel, der in %1 endet</translation>
    </message>
    <message>
        <source>Signature: made with a key that is no more (rotated since)</source>
        <translation>Signatur: mit einem Schlüssel, den es nicht mehr gibt (seither gewechselt)</translation>
    </message>
    <message>
        <source>Signature: made in a way that the target no longer uses</source>
        <translation>Signatur: auf eine Weise, die das Ziel nicht mehr nutzt</translation>
    </message>
    <message>
        <source>Signature: static token, not shown</source>
        <translation>Signatur: festes Token, nicht gezeigt</translation>
    </message>
    <message>
        <source>Signature: can&apos;t be checked: the vault is closed</source>
        <translation>Signatur: nicht prüfbar: der Tresor ist gesperrt</translation>
    </message>
</context>
<context>
    <name>callboard::SigningFields</name>
    <message>
        <source>Signing scheme</source>
        <translation>Signaturverfahren</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Header of the signature</source>
        <translation>Header der Signatur</translation>
    </message>
    <message>
        <source>Header name</source>
        <translation>Name des Headers</translation>
    </message>
    <message>
        <source>Signing key</source>
        <translation>Signaturschlüssel</translation>
    </message>
    <message>
        <source>Make a key</source>
        <translation>Schlüssel erzeugen</translation>
    </message>
    <message>
        <source>A new one from random numbers, shown this once</source>
        <translation>Ein neuer aus Zufallszahlen; er wird nur dieses eine Mal gezeigt</translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation>Wechseln …</translation>
    </message>
    <message>
        <source>Rotate the signing key</source>
        <translation>Signaturschlüssel wechseln</translation>
    </message>
    <message>
        <source>What is typed, or a new key, takes the place of the stored one, which may go on signing for a while</source>
        <translation>Was eingegeben ist oder ein neuer Schlüssel tritt an die Stelle des gespeicherten; dieser kann noch eine Weile mitsignieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the new key</source>
        <translation>Neuen Schlüssel kopieren</translation>
    </message>
    <message>
        <source>It leaves the clipboard after 30 s</source>
        <translation>Er verschwindet nach 30 s aus der Zwischenablage</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Public key, for the receiver</source>
        <translation>Öffentlicher Schlüssel, für den Empfänger</translation>
    </message>
    <message>
        <source>Copy the public key</source>
        <translation>Öffentlichen Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Öffentlicher Schlüssel</translation>
    </message>
    <message>
        <source>How long the key before goes on signing</source>
        <translation>Wie lange der bisherige Schlüssel weiter signiert</translation>
    </message>
    <message>
        <source>ends at once</source>
        <translation>endet sofort</translation>
    </message>
    <message>
        <source>signs on for 1 h</source>
        <translation>signiert noch 1 h</translation>
    </message>
    <message>
        <source>signs on for 24 h</source>
        <translation>signiert noch 24 h</translation>
    </message>
    <message>
        <source>signs on for 7 days</source>
        <translation>signiert noch 7 Tage</translation>
    </message>
    <message>
        <source>Key before</source>
        <translation>Bisheriger Schlüssel</translation>
    </message>
    <message>
        <source>Older keys</source>
        <translation>Ältere Schlüssel</translation>
    </message>
    <message>
        <source>Stored. Type to change it.</source>
        <translation>Gespeichert. Zum Ändern überschreiben.</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
    <message>
        <source>The stored key is of another kind: make or type one for this scheme.</source>
        <translation>Der gespeicherte Schlüssel ist von anderer Art: für dieses Verfahren einen erzeugen oder eingeben.</translation>
    </message>
    <message>
        <source>It is shown this once. The receiver needs the public key alone.</source>
        <translation>Er wird nur dieses eine Mal gezeigt. Der Empfänger braucht nur den öffentlichen Schlüssel.</translation>
    </message>
    <message>
        <source>It is shown this once: copy it for the receiver before the form closes.</source>
        <translation>Er wird nur dieses eine Mal gezeigt: für den Empfänger kopieren, bevor das Formular geschlossen wird.</translation>
    </message>
    <message>
        <source>The header has room for one signature: the new key counts as soon as this is saved.</source>
        <translation>Im Header hat nur eine Signatur Platz: der neue Schlüssel gilt, sobald gespeichert ist.</translation>
    </message>
    <message>
        <source>The stored key ends as soon as this is saved.</source>
        <translation>Der gespeicherte Schlüssel endet, sobald gespeichert ist.</translation>
    </message>
    <message>
        <source>The stored key signs beside it for that long.</source>
        <translation>Der gespeicherte Schlüssel signiert so lange mit.</translation>
    </message>
</context>
<context>
    <name>callboard::SigningProblem</name>
    <message>
        <source>A mail can&apos;t be signed this way: set signing to none.</source>
        <translation>Eine E-Mail kann so nicht signiert werden: die Signatur abschalten.</translation>
    </message>
    <message>
        <source>Signing needs a key.</source>
        <translation>Zum Signieren fehlt ein Schlüssel.</translation>
    </message>
    <message>
        <source>At most %1 keys at a time.</source>
        <translation>Höchstens %1 Schlüssel zugleich.</translation>
    </message>
    <message>
        <source>The header “%1” is among the target&apos;s own already.</source>
        <translation>Der Header „%1“ gehört schon zu denen des Ziels.</translation>
    </message>
    <message>
        <source>The signing key does not begin with %1.</source>
        <translation>Der Signaturschlüssel beginnt nicht mit %1.</translation>
    </message>
    <message>
        <source>The signing key is not base64 behind %1.</source>
        <translation>Der Signaturschlüssel ist hinter %1 kein base64.</translation>
    </message>
    <message>
        <source>The signing key has %1 bytes; it must have %2 to %3.</source>
        <translation>Der Signaturschlüssel hat %1 Byte; es müssen %2 bis %3 sein.</translation>
    </message>
    <message>
        <source>The Ed25519 key has %1 bytes; it must have %2, or %3 with its public key.</source>
        <translation>Der Ed25519-Schlüssel hat %1 Byte; es müssen %2 sein, oder %3 mit seinem öffentlichen Schlüssel.</translation>
    </message>
    <message>
        <source>The Ed25519 key and its public key don&apos;t belong together.</source>
        <translation>Der Ed25519-Schlüssel und sein öffentlicher Schlüssel gehören nicht zusammen.</translation>
    </message>
    <message>
        <source>The signing key has a control character in it.</source>
        <translation>Der Signaturschlüssel enthält ein Steuerzeichen.</translation>
    </message>
</context>
<context>
    <name>callboard::SigningWords</name>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>Standard Webhooks (HMAC)</source>
        <translation>Standard Webhooks (HMAC)</translation>
    </message>
    <message>
        <source>Standard Webhooks (Ed25519)</source>
        <translation>Standard Webhooks (Ed25519)</translation>
    </message>
    <message>
        <source>HMAC-SHA256 of the body</source>
        <translation>HMAC-SHA256 des Bodys</translation>
    </message>
    <message>
        <source>HMAC-SHA512 of the body</source>
        <translation>HMAC-SHA512 des Bodys</translation>
    </message>
    <message>
        <source>Static token</source>
        <translation>Festes Token</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>static token</source>
        <translation>festes Token</translation>
    </message>
    <message>
        <source>The receiver can&apos;t tell that a callback is from here.</source>
        <translation>Der Empfänger kann nicht erkennen, dass ein Callback von hier kommt.</translation>
    </message>
    <message>
        <source>The receiver gets webhook-id, webhook-timestamp and their HMAC with the body; it holds the same key.</source>
        <translation>Der Empfänger erhält webhook-id, webhook-timestamp und deren HMAC mit dem Body; er hat denselben Schlüssel.</translation>
    </message>
    <message>
        <source>As with HMAC, but the receiver holds a public key only, which can check and not sign.</source>
        <translation>Wie mit HMAC, aber der Empfänger hat nur einen öffentlichen Schlüssel, der prüfen und nicht signieren kann.</translation>
    </message>
    <message>
        <source>The receiver gets t=… and v1=…, as from Mux: time and body in one HMAC.</source>
        <translation>Der Empfänger erhält t=… und v1=… wie von Mux: Zeit und Body in einem HMAC.</translation>
    </message>
    <message>
        <source>The receiver gets time=… and sig1=…, as from Cloudflare Stream: time and body in one HMAC.</source>
        <translation>Der Empfänger erhält time=… und sig1=… wie von Cloudflare Stream: Zeit und Body in einem HMAC.</translation>
    </message>
    <message>
        <source>The receiver gets the body&apos;s HMAC in hexadecimal; nothing tells it how old a request is.</source>
        <translation>Der Empfänger erhält den HMAC des Bodys hexadezimal; wie alt eine Anfrage ist, erfährt er nicht.</translation>
    </message>
    <message>
        <source>The receiver gets a hash of body, time and key, and the time, as from Cloudinary.</source>
        <translation>Der Empfänger erhält einen Hash aus Body, Zeit und Schlüssel sowie die Zeit, wie von Cloudinary.</translation>
    </message>
    <message>
        <source>The receiver gets a hash of key and body, as from Kaltura; nothing tells it how old a request is.</source>
        <translation>Der Empfänger erhält einen Hash aus Schlüssel und Body wie von Kaltura; wie alt eine Anfrage ist, erfährt er nicht.</translation>
    </message>
    <message>
        <source>The receiver gets the key itself in a header; it says nothing about the body.</source>
        <translation>Der Empfänger erhält den Schlüssel selbst in einem Header; über den Body sagt er nichts.</translation>
    </message>
    <message>
        <source>%1, no key yet</source>
        <translation>%1, noch kein Schlüssel</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n keys until %2</source>
        <translation>
            <numerusform>%1, %n Schlüssel bis %2</numerusform>
            <numerusform>%1, %n Schlüssel bis %2</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM, HH:mm</source>
        <translation>d. MMM, HH:mm</translation>
    </message>
</context>
<context>
    <name>callboard::SmtpProblem</name>
    <message>
        <source>Name the host of the mail server.</source>
        <translation>Den Host des Mailservers nennen.</translation>
    </message>
    <message>
        <source>The mail server&apos;s host has a line end or control character in it.</source>
        <translation>Im Host des Mailservers steht ein Zeilenende oder Steuerzeichen.</translation>
    </message>
    <message>
        <source>“%1” is not the name or address of a host.</source>
        <translation>„%1“ ist nicht Name oder Adresse eines Hosts.</translation>
    </message>
    <message>
        <source>A port is between 1 and 65535.</source>
        <translation>Ein Port liegt zwischen 1 und 65535.</translation>
    </message>
    <message>
        <source>The mail server&apos;s user name is too long or has a control character in it.</source>
        <translation>Der Benutzername für den Mailserver ist zu lang oder enthält ein Steuerzeichen.</translation>
    </message>
    <message>
        <source>The mail server&apos;s password has a line end or control character in it.</source>
        <translation>Im Passwort für den Mailserver steht ein Zeilenende oder Steuerzeichen.</translation>
    </message>
    <message>
        <source>The sender can&apos;t be used: %1</source>
        <translation>Der Absender ist nicht verwendbar: %1</translation>
    </message>
</context>
<context>
    <name>callboard::SourceFields</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Relay through Call&amp;board</source>
        <translation>Über Ca&amp;llboard leiten</translation>
    </message>
    <message>
        <source>Relay through Callboard</source>
        <translation>Über Callboard leiten</translation>
    </message>
    <message>
        <source>Callboard sends it (lightflow)</source>
        <translation>Callboard sendet ihn (lightflow)</translation>
    </message>
    <message>
        <source>The encoder sends it (encoder)</source>
        <translation>Der Encoder sendet ihn (encoder)</translation>
    </message>
    <message>
        <source>For what an encoder can&apos;t do itself: methods other than POST, long headers, onSuccess or onFailure alone, other formats</source>
        <translation>Für das, was ein Encoder selbst nicht kann: andere Methoden als POST, lange Header, onSuccess oder onFailure allein, andere Formate</translation>
    </message>
    <message>
        <source>Callboard makes the call itself.</source>
        <translation>Callboard macht den Aufruf selbst.</translation>
    </message>
    <message>
        <source>The encoder tells Callboard, which sends this callback for the ticked events.</source>
        <translation>Der Encoder meldet sich bei Callboard, und das sendet diesen Callback zu den angekreuzten Ereignissen.</translation>
    </message>
    <message>
        <source>The encoder is told of this callback and makes the call; Callboard does not.</source>
        <translation>Der Encoder erfährt von diesem Callback und macht den Aufruf; Callboard nicht.</translation>
    </message>
</context>
<context>
    <name>callboard::StartFailure</name>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Copy the text</source>
        <translation>Text &amp;kopieren</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>Arbeitsbereich: %1</translation>
    </message>
    <message>
        <source>This workspace belongs to a newer Callboard</source>
        <translation>Dieser Arbeitsbereich gehört zu einem neueren Callboard</translation>
    </message>
    <message>
        <source>This file is not a Callboard workspace</source>
        <translation>Diese Datei ist kein Callboard-Arbeitsbereich</translation>
    </message>
    <message>
        <source>The workspace is damaged</source>
        <translation>Der Arbeitsbereich ist beschädigt</translation>
    </message>
    <message>
        <source>The workspace is in use</source>
        <translation>Der Arbeitsbereich ist in Gebrauch</translation>
    </message>
    <message>
        <source>The workspace can&apos;t be opened</source>
        <translation>Der Arbeitsbereich lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Install the newer Callboard. To go on with this one, open the copy that was kept beside the workspace when it was brought up to date; its name ends in .schema and a number, and .bak.</source>
        <translation>Das neuere Callboard installieren. Um mit diesem weiterzuarbeiten, die Kopie öffnen, die beim Anheben des Arbeitsbereichs neben ihm aufbewahrt wurde; ihr Name endet auf .schema, eine Zahl und .bak.</translation>
    </message>
    <message>
        <source>Choose another file with --workspace. This one was left as it is.</source>
        <translation>Mit --workspace eine andere Datei wählen. Diese bleibt, wie sie war.</translation>
    </message>
    <message>
        <source>“callboard workspace salvage” brings what can still be read into a new workspace. Keep this file.</source>
        <translation>„callboard workspace salvage“ bringt, was sich noch lesen lässt, in einen neuen Arbeitsbereich. Diese Datei behalten.</translation>
    </message>
    <message>
        <source>Close the other program, or wait until it has ended.</source>
        <translation>Das andere Programm schließen oder warten, bis es beendet ist.</translation>
    </message>
    <message>
        <source>Look at the directory: whether it is there, may be written to, and has room.</source>
        <translation>Das Verzeichnis prüfen: ob es da ist, sich beschreiben lässt und Platz hat.</translation>
    </message>
</context>
<context>
    <name>callboard::SubmitPane</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 Relayed through Callboard it would be called all the same.</source>
        <translation>%1 Über Callboard geleitet, würde er trotzdem aufgerufen.</translation>
    </message>
    <message>
        <source>What Zencoder gets, and the exchange of the last job</source>
        <translation>Was Zencoder erhält, und der Austausch zum letzten Auftrag</translation>
    </message>
    <message>
        <source>What Zencoder gets</source>
        <translation>Was Zencoder erhält</translation>
    </message>
    <message>
        <source>No callback goes to the encoder. One whose source is “encoder”, in the publish request or on a target, shows here as the encoder is told of it.</source>
        <translation>Kein Callback geht an den Encoder. Einer mit der Quelle „encoder“, in der Veröffentlichungsanfrage oder an einem Ziel, steht hier so, wie ihn der Encoder mitgeteilt bekommt.</translation>
    </message>
    <message>
        <source>Last job</source>
        <translation>Letzter Auftrag</translation>
    </message>
    <message>
        <source>The whole exchange of the last job that was submitted here</source>
        <translation>Der ganze Austausch zum letzten Auftrag, der hier erteilt wurde</translation>
    </message>
    <message>
        <source>Submit &amp;job</source>
        <translation>A&amp;uftrag erteilen</translation>
    </message>
    <message>
        <source>Submit job</source>
        <translation>Auftrag erteilen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for Zencoder&apos;s answer</source>
        <translation>Wartet auf die Antwort von Zencoder</translation>
    </message>
    <message>
        <source>Makes the encoding job of this asset at Zencoder</source>
        <translation>Erteilt Zencoder den Encoding-Auftrag für dieses Asset</translation>
    </message>
    <message>
        <source>Submitting the job…</source>
        <translation>Auftrag wird erteilt …</translation>
    </message>
    <message>
        <source>Job %1 was made: %2.</source>
        <translation>Auftrag %1 ist erteilt: %2.</translation>
    </message>
    <message>
        <source>No job was made: %1</source>
        <translation>Kein Auftrag erteilt: %1</translation>
    </message>
</context>
<context>
    <name>callboard::TargetCommands</name>
    <message>
        <source>Local receiver</source>
        <translation>Lokaler Empfänger</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>Secret values are not copied: type them again.</source>
        <translation>Geheime Werte werden nicht kopiert: neu eingeben.</translation>
    </message>
    <message>
        <source>“%1” is tried now: what was held goes out, slowly at first.</source>
        <translation>„%1“ wird jetzt versucht: Was angehalten war, geht hinaus, zunächst langsam.</translation>
    </message>
    <message>
        <source>No circuit is open here, so nothing is held by one.</source>
        <translation>Hier ist kein Schutzschalter offen, also hält auch keiner etwas an.</translation>
    </message>
    <message>
        <source>“%1” was changed: %2.</source>
        <translation>„%1“ wurde geändert: %2.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Export targets</source>
        <translation>Ziele exportieren</translation>
    </message>
    <message>
        <source>Callboard targets (*.json)</source>
        <translation>Callboard-Ziele (*.json)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 ließ sich nicht schreiben: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n targets were changed: %1.</source>
        <translation>
            <numerusform>%n Ziel wurde geändert: %1.</numerusform>
            <numerusform>%n Ziele wurden geändert: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n targets exported to %1. Secret values are left out.</source>
        <translation>
            <numerusform>%n Ziel exportiert nach %1. Geheime Werte sind ausgelassen.</numerusform>
            <numerusform>%n Ziele exportiert nach %1. Geheime Werte sind ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The signing key is not copied: make or type one for this target.</source>
        <translation>Der Signaturschlüssel wird nicht kopiert: für dieses Ziel einen erzeugen oder eingeben.</translation>
    </message>
    <message>
        <source>The client certificate is not copied: choose it for this target.</source>
        <translation>Das Client-Zertifikat wird nicht kopiert: Für dieses Ziel neu wählen.</translation>
    </message>
</context>
<context>
    <name>callboard::TargetDialog</name>
    <message>
        <source>Target “%1”[*]</source>
        <translation>Ziel „%1“[*]</translation>
    </message>
    <message>
        <source>New target[*]</source>
        <translation>Neues Ziel[*]</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>What will be sent, and what the last test got</source>
        <translation>Was gesendet wird, und was der letzte Test ergab</translation>
    </message>
    <message>
        <source>What will be sent</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>What the encoder gets</source>
        <translation>Was der Encoder erhält</translation>
    </message>
    <message>
        <source>Last test</source>
        <translation>Letzter Test</translation>
    </message>
    <message>
        <source>The whole exchange of the last test</source>
        <translation>Der ganze Austausch des letzten Tests</translation>
    </message>
    <message>
        <source>The encoder can&apos;t do this as it stands</source>
        <translation>So kann der Encoder das nicht</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saves the target (Enter)</source>
        <translation>Speichert das Ziel (Eingabe)</translation>
    </message>
    <message>
        <source>The encoder makes this call: there is nothing to test from here, unless Callboard relays it.</source>
        <translation>Der Encoder macht diesen Aufruf: Von hier aus gibt es nichts zu testen, es sei denn, Callboard leitet ihn weiter.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>The curl command can&apos;t be read: %1</source>
        <translation>Der curl-Befehl lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Undo: %1 (Ctrl+Z)</source>
        <translation>Rückgängig: %1 (Strg+Z)</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>Redo: %1 (Ctrl+Shift+Z)</source>
        <translation>Wiederholen: %1 (Strg+Umschalt+Z)</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nichts zu wiederholen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message numerus="yes">
        <source>The curl command filled in URL, method, format and %n headers.</source>
        <translation>
            <numerusform>Der curl-Befehl hat URL, Methode, Format und %n Header ausgefüllt.</numerusform>
            <numerusform>Der curl-Befehl hat URL, Methode, Format und %n Header ausgefüllt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more remarks</source>
        <translation>
            <numerusform>%n weitere Anmerkung</numerusform>
            <numerusform>%n weitere Anmerkungen</numerusform>
        </translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Verlauf …</translation>
    </message>
    <message>
        <source>History of the target</source>
        <translation>Verlauf des Ziels</translation>
    </message>
    <message>
        <source>Every definition it had, to be compared and taken into the form</source>
        <translation>Jede Fassung, zum Vergleichen und Übernehmen ins Formular</translation>
    </message>
    <message>
        <source>User name and password stand in the authentication now.</source>
        <translation>Benutzername und Passwort stehen jetzt in der Authentifizierung.</translation>
    </message>
</context>
<context>
    <name>callboard::TargetEdit</name>
    <message>
        <source>“%1”: %2</source>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>time-out</source>
        <translation>Zeitlimit</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>gleichzeitig</translation>
    </message>
    <message>
        <source>header “%1”</source>
        <translation>Header „%1“</translation>
    </message>
</context>
<context>
    <name>callboard::TargetForm</name>
    <message>
        <source>LightFlow</source>
        <translation>LightFlow</translation>
    </message>
    <message>
        <source>LightFlow preset</source>
        <translation>LightFlow-Vorlage</translation>
    </message>
    <message>
        <source>What LightFlow&apos;s document says: POST, JSON, onSuccess and onFailure, each event at once</source>
        <translation>Was LightFlows Dokument sagt: POST, JSON, onSuccess und onFailure, jedes Ereignis sofort</translation>
    </message>
    <message>
        <source>Spark media callback</source>
        <translation>Spark Media Callback</translation>
    </message>
    <message>
        <source>Spark media callback preset</source>
        <translation>Vorlage für Spark Media Callback</translation>
    </message>
    <message>
        <source>What Spark&apos;s document says: POST, XML, its four events, at most one request in 60 s with the latest state, pipelining</source>
        <translation>Was Sparks Dokument sagt: POST, XML, seine vier Ereignisse, höchstens eine Anfrage in 60 s mit dem neuesten Stand, Pipelining</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>CMS ingest</source>
        <translation>CMS-Eingang</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>&amp;URL</source>
        <translation>&amp;URL</translation>
    </message>
    <message>
        <source>Method %1</source>
        <translation>Methode %1</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>For&amp;mat</translation>
    </message>
    <message>
        <source>Meth&amp;od</source>
        <translation>Meth&amp;ode</translation>
    </message>
    <message>
        <source>Sour&amp;ce</source>
        <translation>&amp;Quelle</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>&amp;Header</translation>
    </message>
    <message>
        <source>Fires</source>
        <translation>Löst aus bei</translation>
    </message>
    <message>
        <source>An e-mail does not carry these headers.</source>
        <translation>Eine E-Mail trägt diese Header nicht.</translation>
    </message>
    <message>
        <source>An e-mail has no method; the format is its attachment&apos;s.</source>
        <translation>Eine E-Mail hat keine Methode; das Format ist das ihres Anhangs.</translation>
    </message>
    <message>
        <source>https, http, or mailto:name@example.com for an e-mail</source>
        <translation>https, http oder mailto:name@example.com für eine E-Mail</translation>
    </message>
    <message>
        <source>Move to authentication</source>
        <translation>In die Authentifizierung</translation>
    </message>
    <message>
        <source>Move the URL&apos;s user name and password to authentication</source>
        <translation>Benutzername und Passwort der URL in die Authentifizierung übernehmen</translation>
    </message>
</context>
<context>
    <name>callboard::TargetListModel</name>
    <message>
        <source>The encoder is told of this callback and makes the call.</source>
        <translation>Der Encoder erfährt von diesem Callback und macht den Aufruf.</translation>
    </message>
    <message>
        <source>The encoder tells Callboard, which sends it.</source>
        <translation>Der Encoder meldet sich bei Callboard, und das sendet ihn.</translation>
    </message>
    <message>
        <source>At once for: %1.</source>
        <translation>Sofort bei: %1.</translation>
    </message>
    <message>
        <source>delivered %1</source>
        <translation>zugestellt %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Nothing was delivered and nothing failed in the last 24 hours.</source>
        <translation>In den letzten 24 Stunden wurde nichts zugestellt und nichts schlug fehl.</translation>
    </message>
    <message>
        <source>In the last 24 hours %1 delivered, %2 failed; in the busiest hour %3.</source>
        <translation>In den letzten 24 Stunden %1 zugestellt, %2 fehlgeschlagen; in der stärksten Stunde %3.</translation>
    </message>
    <message>
        <source>Nothing was delivered yet.</source>
        <translation>Noch wurde nichts zugestellt.</translation>
    </message>
    <message>
        <source>Deliveries that are still owed: waiting, queued, retrying or held</source>
        <translation>Zustellungen, die noch ausstehen: wartend, eingereiht, vor einem neuen Versuch oder angehalten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Delivers to</source>
        <translation>Stellt zu an</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Fires for</source>
        <translation>Löst aus bei</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>Letztes Ergebnis</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 h</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Signed: %1.</source>
        <translation>Signiert: %1.</translation>
    </message>
    <message>
        <source>Authentication: %1.</source>
        <translation>Authentifizierung: %1.</translation>
    </message>
    <message>
        <source>Certificates: %1.</source>
        <translation>Zertifikate: %1.</translation>
    </message>
    <message>
        <source>Proxy: %1.</source>
        <translation>Proxy: %1.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The %1: choose the next one in its form (E).</source>
        <translation>Das %1: Das nächste in seinem Formular wählen (E).</translation>
    </message>
    <message>
        <source>certificate %1</source>
        <translation>Zertifikat %1</translation>
    </message>
</context>
<context>
    <name>callboard::TargetProblem</name>
    <message>
        <source>At most %1 headers.</source>
        <translation>Höchstens %1 Header.</translation>
    </message>
    <message>
        <source>%1 usually carries a credential: mark it secret to keep it encrypted.</source>
        <translation>%1 trägt meist Zugangsdaten: als geheim ankreuzen, um den Wert zu verschlüsseln.</translation>
    </message>
    <message>
        <source>Give the target a name.</source>
        <translation>Dem Ziel einen Namen geben.</translation>
    </message>
    <message>
        <source>A name has at most %1 characters.</source>
        <translation>Ein Name hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>Spark&apos;s media callback is always an HTTP POST.</source>
        <translation>Sparks Media Callback ist immer ein HTTP-POST.</translation>
    </message>
    <message>
        <source>Only a callback that was handed to an encoder is relayed: set the source to encoder, or the relay off.</source>
        <translation>Nur ein Callback, der an einen Encoder übergeben wurde, wird weitergeleitet: die Quelle auf encoder setzen oder das Weiterleiten abschalten.</translation>
    </message>
    <message>
        <source>Urgent makes no difference without a window: every event leaves at once.</source>
        <translation>Dringlichkeit ändert ohne Zeitfenster nichts: Jedes Ereignis geht sofort hinaus.</translation>
    </message>
    <message>
        <source>Urgent, but not among the events it is called for: %1.</source>
        <translation>Dringend, aber nicht unter den Ereignissen, zu denen aufgerufen wird: %1.</translation>
    </message>
    <message>
        <source>The window is between 0 s and 24 h.</source>
        <translation>Das Zeitfenster liegt zwischen 0 s und 24 h.</translation>
    </message>
    <message>
        <source>The window widens to 24 h at most.</source>
        <translation>Das Zeitfenster wird höchstens 24 h breit.</translation>
    </message>
    <message>
        <source>The window can&apos;t widen to %1: it begins at %2.</source>
        <translation>Das Zeitfenster kann nicht bis %1 breiter werden: Es beginnt bei %2.</translation>
    </message>
    <message>
        <source>Without a window there is none to widen: every event leaves at once.</source>
        <translation>Ohne Zeitfenster gibt es keines zu verbreitern: Jedes Ereignis geht sofort hinaus.</translation>
    </message>
    <message>
        <source>The time-out is between 100 ms and 10 min.</source>
        <translation>Das Zeitlimit liegt zwischen 100 ms und 10 min.</translation>
    </message>
    <message>
        <source>Between 1 and 256 requests in flight.</source>
        <translation>Zwischen 1 und 256 Anfragen gleichzeitig.</translation>
    </message>
    <message>
        <source>A rate is at least one request a second, minute or hour, and at most 100000 a second.</source>
        <translation>Eine Rate ist mindestens eine Anfrage je Sekunde, Minute oder Stunde und höchstens 100000 je Sekunde.</translation>
    </message>
    <message>
        <source>Pipelining uses 1 to %1 connections.</source>
        <translation>Pipelining nutzt 1 bis %1 Verbindungen.</translation>
    </message>
    <message>
        <source>A pipeline is 1 to %1 requests deep.</source>
        <translation>Eine Pipeline ist 1 bis %1 Anfragen tief.</translation>
    </message>
    <message>
        <source>Enter the address to call, such as https://example.com/callback.</source>
        <translation>Die aufzurufende Adresse eingeben, etwa https://example.com/callback.</translation>
    </message>
    <message>
        <source>The URL is longer than %1 characters.</source>
        <translation>Die URL ist länger als %1 Zeichen.</translation>
    </message>
    <message>
        <source>The URL has a space or control character in it.</source>
        <translation>In der URL steht ein Leerzeichen oder Steuerzeichen.</translation>
    </message>
    <message>
        <source>Not a valid URL: %1</source>
        <translation>Keine gültige URL: %1</translation>
    </message>
    <message>
        <source>The URL needs a scheme: https://, http:// or mailto:</source>
        <translation>Die URL braucht ein Schema: https://, http:// oder mailto:</translation>
    </message>
    <message>
        <source>Scheme “%1” is not supported: use https, http or mailto.</source>
        <translation>Schema „%1“ wird nicht unterstützt: https, http oder mailto verwenden.</translation>
    </message>
    <message>
        <source>The URL has no host: %1</source>
        <translation>Die URL hat keinen Host: %1</translation>
    </message>
    <message>
        <source>Port 0 can&apos;t be called.</source>
        <translation>Port 0 lässt sich nicht aufrufen.</translation>
    </message>
    <message>
        <source>No trigger is ticked: it is never called.</source>
        <translation>Kein Auslöser ist angekreuzt: Es wird nie aufgerufen.</translation>
    </message>
    <message>
        <source>Name the project or asset this target is for.</source>
        <translation>Das Projekt oder Asset nennen, für das dieses Ziel ist.</translation>
    </message>
    <message>
        <source>The URL carries a user name or password. Give them as Basic authentication instead.</source>
        <translation>Die URL enthält Benutzername oder Passwort. Stattdessen als Basic-Authentifizierung angeben.</translation>
    </message>
    <message>
        <source>Port %1 belongs to another protocol and is never called.</source>
        <translation>Port %1 gehört zu einem anderen Protokoll und wird nie aufgerufen.</translation>
    </message>
    <message>
        <source>The secret travels unencrypted over http, and whoever is on the way can read it: use https.</source>
        <translation>Das Geheimnis geht über http unverschlüsselt hinaus, und wer auf dem Weg mitliest, kennt es: https verwenden.</translation>
    </message>
</context>
<context>
    <name>callboard::TargetRemoval</name>
    <message>
        <source>“%1” is deleted when this message goes.</source>
        <translation>„%1“ wird gelöscht, wenn diese Meldung verschwindet.</translation>
    </message>
    <message>
        <source>It owes no deliveries; what was delivered stays in the log.</source>
        <translation>Ihm steht keine Zustellung aus; was zugestellt wurde, bleibt im Protokoll.</translation>
    </message>
    <message>
        <source>They owe no deliveries; what was delivered stays in the log.</source>
        <translation>Ihnen steht keine Zustellung aus; was zugestellt wurde, bleibt im Protokoll.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%n targets are deleted when this message goes.</source>
        <translation>
            <numerusform>%n Ziel wird gelöscht, wenn diese Meldung verschwindet.</numerusform>
            <numerusform>%n Ziele werden gelöscht, wenn diese Meldung verschwindet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open deliveries will be cancelled then.</source>
        <translation>
            <numerusform>%n offene Zustellung wird dann abgebrochen.</numerusform>
            <numerusform>%n offene Zustellungen werden dann abgebrochen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::TargetTable</name>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
</context>
<context>
    <name>callboard::TargetWords</name>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>LightFlow JSON</source>
        <translation>LightFlow JSON</translation>
    </message>
    <message>
        <source>Spark XML</source>
        <translation>Spark XML</translation>
    </message>
    <message>
        <source>CloudEvents JSON</source>
        <translation>CloudEvents JSON</translation>
    </message>
    <message>
        <source>by the encoder</source>
        <translation>durch den Encoder</translation>
    </message>
    <message>
        <source>%1 by mail</source>
        <translation>%1 per Mail</translation>
    </message>
    <message>
        <source>%1, relayed</source>
        <translation>%1, weitergeleitet</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Every event is a request of its own.</source>
        <translation>Jedes Ereignis ist eine eigene Anfrage.</translation>
    </message>
    <message>
        <source>At most one request per asset in %1, and in up to %2 while it changes often, with the latest state.</source>
        <translation>Höchstens eine Anfrage je Asset in %1, und in bis zu %2, solange es sich oft ändert, mit dem neuesten Stand.</translation>
    </message>
    <message>
        <source>At most one request per asset in %1, with the latest state.</source>
        <translation>Höchstens eine Anfrage je Asset in %1, mit dem neuesten Stand.</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Aktiviert</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Erloschen</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>all events</source>
        <translation>alle Ereignisse</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>one try only</source>
        <translation>nur ein Versuch</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>In doubt after %1: the request left, no complete answer came. %2</source>
        <translation>Ungewiss nach %1: Die Anfrage ging hinaus, keine vollständige Antwort kam. %2</translation>
    </message>
    <message>
        <source>In doubt: the request left, no complete answer came. %1</source>
        <translation>Ungewiss: Die Anfrage ging hinaus, keine vollständige Antwort kam. %1</translation>
    </message>
    <message>
        <source>Not sent after %1: %2</source>
        <translation>Nicht gesendet nach %1: %2</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Nicht gesendet: %1</translation>
    </message>
    <message>
        <source>Another target has this name. Choose a different one.</source>
        <translation>Ein anderes Ziel hat diesen Namen. Einen anderen wählen.</translation>
    </message>
    <message>
        <source>The workspace could not be written (%1). Check its disk and try again.</source>
        <translation>Der Arbeitsbereich ließ sich nicht schreiben (%1). Seinen Datenträger prüfen und erneut versuchen.</translation>
    </message>
    <message>
        <source>Another program is writing to the workspace. Try again in a moment.</source>
        <translation>Ein anderes Programm schreibt gerade in den Arbeitsbereich. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Another Callboard has this workspace open and is the one that writes to it (%1).</source>
        <translation>Ein anderes Callboard hat diesen Arbeitsbereich offen und ist das, was in ihn schreibt (%1).</translation>
    </message>
    <message>
        <source>The vault is locked, so secret values can&apos;t be stored or sent. Unlock the keychain and try again. (%1)</source>
        <translation>Der Tresor ist gesperrt, daher lassen sich geheime Werte weder speichern noch senden. Den Schlüsselbund entsperren und erneut versuchen. (%1)</translation>
    </message>
    <message>
        <source>A stored secret can&apos;t be opened. Type its value again. (%1)</source>
        <translation>Ein gespeichertes Geheimnis lässt sich nicht öffnen. Seinen Wert neu eingeben. (%1)</translation>
    </message>
    <message>
        <source>It was changed or sent before with other content: %1</source>
        <translation>Es wurde zuvor mit anderem Inhalt geändert oder gesendet: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n retries</source>
        <translation>
            <numerusform>%n neuer Versuch</numerusform>
            <numerusform>%n neue Versuche</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::TargetsPage</name>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Edit together…</source>
        <translation>Gemeinsam bearbeiten …</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplizieren …</translation>
    </message>
    <message>
        <source>Enable or disable</source>
        <translation>Aktivieren oder deaktivieren</translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation>Pausieren oder fortsetzen</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Show its deliveries</source>
        <translation>Seine Zustellungen zeigen</translation>
    </message>
    <message>
        <source>Export selected…</source>
        <translation>Auswahl exportieren …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Targets can be arranged while all of them are shown in their own order: not sorted by a column, and not narrowed by the search.</source>
        <translation>Ziele lassen sich anordnen, solange alle in ihrer eigenen Reihenfolge zu sehen sind: nicht nach einer Spalte sortiert und nicht durch die Suche eingegrenzt.</translation>
    </message>
    <message>
        <source>Show their own order</source>
        <translation>Eigene Reihenfolge zeigen</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Search targets</source>
        <translation>Ziele suchen</translation>
    </message>
    <message>
        <source>Search  /</source>
        <translation>Suchen  /</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>Import targets</source>
        <translation>Ziele importieren</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>Export targets</source>
        <translation>Ziele exportieren</translation>
    </message>
    <message>
        <source>New target</source>
        <translation>Neues Ziel</translation>
    </message>
    <message>
        <source>Defines a new target (Ctrl+N)</source>
        <translation>Legt ein neues Ziel an (Strg+N)</translation>
    </message>
    <message>
        <source>No targets</source>
        <translation>Keine Ziele</translation>
    </message>
    <message>
        <source>No targets yet</source>
        <translation>Noch keine Ziele</translation>
    </message>
    <message>
        <source>A target says who is called, how, and about which events.</source>
        <translation>Ein Ziel legt fest, wer aufgerufen wird, wie und zu welchen Ereignissen.</translation>
    </message>
    <message>
        <source>Add your first target</source>
        <translation>Erstes Ziel hinzufügen</translation>
    </message>
    <message>
        <source>Try a preset</source>
        <translation>Vorlage ausprobieren</translation>
    </message>
    <message>
        <source>Starts with what Spark&apos;s document says: XML, four events, one request in 60 s</source>
        <translation>Beginnt mit dem, was Sparks Dokument sagt: XML, vier Ereignisse, eine Anfrage in 60 s</translation>
    </message>
    <message>
        <source>No target matches “%1”</source>
        <translation>Kein Ziel passt zu „%1“</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>The targets can&apos;t be read</source>
        <translation>Die Ziele lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1, all enabled</source>
        <translation>%1, alle aktiviert</translation>
    </message>
    <message>
        <source>%1, of which %2 paused or off</source>
        <translation>%1, davon %2 pausiert oder aus</translation>
    </message>
    <message>
        <source>%1, %2 failing</source>
        <translation>%1, %2 fehlschlagend</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Verlauf …</translation>
    </message>
</context>
<context>
    <name>callboard::TimePlot</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Bild speichern …</translation>
    </message>
    <message>
        <source>Save picture: %1…</source>
        <translation>Bild speichern: %1 …</translation>
    </message>
    <message>
        <source>Copy values</source>
        <translation>Werte kopieren</translation>
    </message>
    <message>
        <source>Copy values: %1</source>
        <translation>Werte kopieren: %1</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 ließ sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>Picture saved to %1.</source>
        <translation>Bild nach %1 gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%n lines of values copied, as CSV.</source>
        <translation>
            <numerusform>%n Zeile mit Werten als CSV kopiert.</numerusform>
            <numerusform>%n Zeilen mit Werten als CSV kopiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::TogetherDialog</name>
    <message>
        <source>Edit together</source>
        <translation>Gemeinsam bearbeiten</translation>
    </message>
    <message>
        <source>Saves all of them, or none (Enter)</source>
        <translation>Speichert alle oder keines (Eingabe)</translation>
    </message>
    <message>
        <source>Selected targets</source>
        <translation>Ausgewählte Ziele</translation>
    </message>
    <message>
        <source>Only what is ticked changes. All of them are saved, or none.</source>
        <translation>Nur Angekreuztes ändert sich. Alle werden gespeichert, oder keines.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>Nothing is ticked, so nothing would change.</source>
        <translation>Nichts ist angekreuzt, also würde sich nichts ändern.</translation>
    </message>
    <message>
        <source>All of them have these values already.</source>
        <translation>Alle haben diese Werte schon.</translation>
    </message>
    <message numerus="yes">
        <source>Edit %n targets together[*]</source>
        <translation>
            <numerusform>%n Ziel gemeinsam bearbeiten[*]</numerusform>
            <numerusform>%n Ziele gemeinsam bearbeiten[*]</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Save %n targets</source>
        <translation>
            <numerusform>%n Ziel &amp;speichern</numerusform>
            <numerusform>%n Ziele &amp;speichern</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::TogetherFields</name>
    <message>
        <source>&amp;State</source>
        <translation>&amp;Zustand</translation>
    </message>
    <message>
        <source>&amp;Method</source>
        <translation>&amp;Methode</translation>
    </message>
    <message>
        <source>&amp;Fires for</source>
        <translation>&amp;Löst aus bei</translation>
    </message>
    <message>
        <source>&amp;Time-out</source>
        <translation>Zei&amp;tlimit</translation>
    </message>
    <message>
        <source>Not a duration: write 15s or 500ms.</source>
        <translation>Keine Dauer: 15s oder 500ms schreiben.</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Wiederholung</translation>
    </message>
    <message>
        <source>5s,1m,5m or “standard” or “none”</source>
        <translation>5s,1m,5m oder „standard“ oder „none“</translation>
    </message>
    <message>
        <source>Not a schedule: write delays such as 5s,1m,5m, or “standard” or “none”.</source>
        <translation>Kein Plan: Verzögerungen wie 5s,1m,5m schreiben, oder „standard“ oder „none“.</translation>
    </message>
    <message>
        <source>R&amp;ate</source>
        <translation>&amp;Rate</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>Not a rate: write 50/s, 100/min or 1000/h, or leave it empty.</source>
        <translation>Keine Rate: 50/s, 100/min oder 1000/h schreiben, oder leer lassen.</translation>
    </message>
    <message>
        <source>&amp;In flight</source>
        <translation>Gle&amp;ichzeitig</translation>
    </message>
    <message>
        <source>Between 1 and 256 requests in flight.</source>
        <translation>Zwischen 1 und 256 Anfragen gleichzeitig.</translation>
    </message>
    <message>
        <source>What is done with the header</source>
        <translation>Was mit dem Header geschieht</translation>
    </message>
    <message>
        <source>Add or replace</source>
        <translation>Hinzufügen oder ersetzen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Name of the header</source>
        <translation>Name des Headers</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value of the header</source>
        <translation>Wert des Headers</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheim</translation>
    </message>
    <message>
        <source>Secret values are encrypted in the workspace and masked everywhere.</source>
        <translation>Geheime Werte sind im Arbeitsbereich verschlüsselt und überall unkenntlich.</translation>
    </message>
    <message>
        <source>&amp;Header</source>
        <translation>&amp;Header</translation>
    </message>
</context>
<context>
    <name>callboard::TogetherRows</name>
    <message>
        <source>Differs: %1; and %2 more</source>
        <translation>Verschieden: %1; und %2 weitere</translation>
    </message>
    <message>
        <source>Differs: %1</source>
        <translation>Verschieden: %1</translation>
    </message>
    <message>
        <source>Ticked: every selected target gets this. Not ticked: each keeps what it has.</source>
        <translation>Angekreuzt: Jedes ausgewählte Ziel bekommt dies. Nicht angekreuzt: Jedes behält, was es hat.</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>Choose what all of them get.</source>
        <translation>Auswählen, was alle bekommen.</translation>
    </message>
</context>
<context>
    <name>callboard::TrailListModel</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>callboard::TrayIcon</name>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Watching: another process sends</source>
        <translation>Schaut zu: ein anderer Prozess sendet</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>Wird beendet</translation>
    </message>
    <message>
        <source>Stopped: nothing is sent</source>
        <translation>Gestoppt: nichts wird gesendet</translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <translation>Problem: %1</translation>
    </message>
    <message>
        <source>Callboard: %1</source>
        <translation>Callboard: %1</translation>
    </message>
    <message>
        <source>Open Callboard</source>
        <translation>Callboard öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>%1 to send, %2 held, %3 failed</source>
        <translation>%1 zu senden, %2 angehalten, %3 fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>callboard::TriggerBoxes</name>
    <message>
        <source>onSucc&amp;ess</source>
        <translation>onSu&amp;ccess</translation>
    </message>
    <message>
        <source>The asset was published successfully. LightFlow&apos;s default: on.</source>
        <translation>Das Asset wurde erfolgreich veröffentlicht. Vorgabe bei LightFlow: an.</translation>
    </message>
    <message>
        <source>on&amp;Failure</source>
        <translation>on&amp;Failure</translation>
    </message>
    <message>
        <source>The asset could not be published because of an error. LightFlow&apos;s default: on.</source>
        <translation>Das Asset konnte wegen eines Fehlers nicht veröffentlicht werden. Vorgabe bei LightFlow: an.</translation>
    </message>
    <message>
        <source>onPro&amp;gressEncoding</source>
        <translation>onPro&amp;gressEncoding</translation>
    </message>
    <message>
        <source>An encoding task completed. LightFlow&apos;s default: off.</source>
        <translation>Eine Encoding-Aufgabe wurde fertig. Vorgabe bei LightFlow: aus.</translation>
    </message>
    <message>
        <source>r&amp;ated</source>
        <translation>r&amp;ated</translation>
    </message>
    <message>
        <source>A user rated a file. Spark always calls for it.</source>
        <translation>Jemand hat eine Datei bewertet. Spark ruft dazu immer auf.</translation>
    </message>
    <message>
        <source>mo&amp;derated</source>
        <translation>mo&amp;derated</translation>
    </message>
    <message>
        <source>A file was moderated: denied or approved. Spark always calls for it.</source>
        <translation>Eine Datei wurde moderiert: abgelehnt oder freigegeben. Spark ruft dazu immer auf.</translation>
    </message>
    <message>
        <source>t&amp;ranscoded</source>
        <translation>t&amp;ranscoded</translation>
    </message>
    <message>
        <source>A file finished being transcoded. Spark always calls for it.</source>
        <translation>Eine Datei wurde fertig transcodiert. Spark ruft dazu immer auf.</translation>
    </message>
    <message>
        <source>e&amp;xternal</source>
        <translation>e&amp;xternal</translation>
    </message>
    <message>
        <source>The system received a callback from Brightcove (externalid). Spark always calls for it.</source>
        <translation>Das System hat einen Callback von Brightcove empfangen (externalid). Spark ruft dazu immer auf.</translation>
    </message>
    <message>
        <source>Called for none of 7 events: it is never called.</source>
        <translation>Bei keinem von 7 Ereignissen: wird nie aufgerufen.</translation>
    </message>
    <message>
        <source>Called for %1 of 7 events.</source>
        <translation>Wird bei %1 von 7 Ereignissen aufgerufen.</translation>
    </message>
    <message>
        <source>%1 Urgent: %2.</source>
        <translation>%1 Dringend: %2.</translation>
    </message>
    <message>
        <source>Tick several events</source>
        <translation>Mehrere Ereignisse ankreuzen</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>Ankreuzen</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Alle Ereignisse</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Umkehren</translation>
    </message>
</context>
<context>
    <name>callboard::TruthLine</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Every accepted event and target has exactly one outcome. Click for the count.</source>
        <translation>Jedes angenommene Ereignis hat für jedes Ziel genau ein Ergebnis. Klicken zählt nach.</translation>
    </message>
    <message>
        <source>door %1</source>
        <translation>Eingang %1</translation>
    </message>
    <message>
        <source>no door: %1</source>
        <translation>kein Eingang: %1</translation>
    </message>
    <message>
        <source>door closed</source>
        <translation>Eingang zu</translation>
    </message>
    <message>
        <source>Engine is starting</source>
        <translation>Engine startet</translation>
    </message>
    <message>
        <source>Engine running</source>
        <translation>Engine läuft</translation>
    </message>
    <message>
        <source>Watching: another process sends</source>
        <translation>Schaut zu: ein anderer Prozess sendet</translation>
    </message>
    <message>
        <source>Watching: %1</source>
        <translation>Schaut zu: %1</translation>
    </message>
    <message numerus="yes">
        <source>Ending: %n request(s) still under way</source>
        <translation>
            <numerusform>Wird beendet: noch %n Anfrage unterwegs</numerusform>
            <numerusform>Wird beendet: noch %n Anfragen unterwegs</numerusform>
        </translation>
    </message>
    <message>
        <source>Engine stopped: nothing is sent</source>
        <translation>Engine gestoppt: nichts wird gesendet</translation>
    </message>
    <message>
        <source>Engine has a problem: %1</source>
        <translation>Engine hat ein Problem: %1</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>zählt …</translation>
    </message>
    <message>
        <source>workspace can&apos;t be read</source>
        <translation>Arbeitsbereich nicht lesbar</translation>
    </message>
    <message>
        <source>%1 unexplained</source>
        <translation>%1 ungeklärt</translation>
    </message>
    <message>
        <source>Ledger: %1</source>
        <translation>Bilanz: %1</translation>
    </message>
    <message>
        <source>backlog %1</source>
        <translation>Rückstand %1</translation>
    </message>
    <message>
        <source>backlog –</source>
        <translation>Rückstand –</translation>
    </message>
    <message>
        <source>vault unlocked</source>
        <translation>Tresor offen</translation>
    </message>
    <message>
        <source>vault not in use</source>
        <translation>Tresor nicht in Gebrauch</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Deliveries go %1 after their end.</source>
        <translation>Zustellungen verschwinden %1 nach ihrem Ende.</translation>
    </message>
    <message>
        <source>Deliveries are kept for ever.</source>
        <translation>Zustellungen werden unbegrenzt behalten.</translation>
    </message>
    <message>
        <source>The workspace&apos;s file. %1 Settings, under History, change it.</source>
        <translation>Die Datei des Arbeitsbereichs. %1 In den Einstellungen unter „Verlauf“ lässt sich das ändern.</translation>
    </message>
    <message>
        <source>Vault: %1</source>
        <translation>Tresor: %1</translation>
    </message>
</context>
<context>
    <name>callboard::UnmatchedBar</name>
    <message>
        <source>&amp;Assign…</source>
        <translation>&amp;Zuordnen …</translation>
    </message>
    <message>
        <source>Assign notifications to assets</source>
        <translation>Meldungen Assets zuordnen</translation>
    </message>
    <message>
        <source>Says which asset each of them belongs to</source>
        <translation>Legt fest, zu welchem Asset jede von ihnen gehört</translation>
    </message>
    <message numerus="yes">
        <source>More than %n encoder notifications match no asset</source>
        <translation>
            <numerusform>Mehr als %n Encoder-Meldung passt zu keinem Asset</numerusform>
            <numerusform>Mehr als %n Encoder-Meldungen passen zu keinem Asset</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n encoder notifications match no asset</source>
        <translation>
            <numerusform>%n Encoder-Meldung passt zu keinem Asset</numerusform>
            <numerusform>%n Encoder-Meldungen passen zu keinem Asset</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::UrlAdvice</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>An e-mail is sent to %1.</source>
        <translation>Eine E-Mail geht an %1.</translation>
    </message>
    <message>
        <source>Not encrypted: headers and payload can be read on the way. Prefer https.</source>
        <translation>Nicht verschlüsselt: Header und Nutzdaten sind unterwegs lesbar. Besser https verwenden.</translation>
    </message>
    <message>
        <source>Goes to %1, port %2, encrypted.</source>
        <translation>Geht an %1, Port %2, verschlüsselt.</translation>
    </message>
    <message>
        <source>Goes to %1, port %2, on this machine.</source>
        <translation>Geht an %1, Port %2, auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Resolves to %1 and takes connections on port %2.</source>
        <translation>Löst sich zu %1 auf und nimmt Verbindungen an Port %2 an.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>Resolves to %1, certificate only %n days left: renew it now.</source>
        <translation>
            <numerusform>Löst sich zu %1 auf, Zertifikat nur noch %n Tag gültig: jetzt erneuern.</numerusform>
            <numerusform>Löst sich zu %1 auf, Zertifikat nur noch %n Tage gültig: jetzt erneuern.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resolves to %1, certificate %n days left: renew it soon.</source>
        <translation>
            <numerusform>Löst sich zu %1 auf, Zertifikat noch %n Tag gültig: bald erneuern.</numerusform>
            <numerusform>Löst sich zu %1 auf, Zertifikat noch %n Tage gültig: bald erneuern.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resolves to %1, certificate %n days left.</source>
        <translation>
            <numerusform>Löst sich zu %1 auf, Zertifikat noch %n Tag gültig.</numerusform>
            <numerusform>Löst sich zu %1 auf, Zertifikat noch %n Tage gültig.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reached through the proxy %1.</source>
        <translation>Über den Proxy %1 erreicht.</translation>
    </message>
</context>
<context>
    <name>callboard::UrlCheck</name>
    <message>
        <source>Looking there…</source>
        <translation>Sieht dort nach …</translation>
    </message>
    <message>
        <source>%1 (Looked at without the stored secrets.)</source>
        <translation>%1 (Ohne die gespeicherten Geheimnisse geprüft.)</translation>
    </message>
</context>
<context>
    <name>callboard::VaultDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This takes a moment…</source>
        <translation>Einen Augenblick …</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>callboard::VaultGroup</name>
    <message>
        <source>Vault</source>
        <translation>Tresor</translation>
    </message>
    <message>
        <source>Secrets of this workspace are sealed under one key, which is never in its file. Without it they can&apos;t be read: make a recovery key before you need one.</source>
        <translation>Die Geheimnisse dieses Arbeitsbereichs sind mit einem Schlüssel versiegelt, der nie in seiner Datei steht. Ohne ihn sind sie nicht zu lesen: Einen Wiederherstellungsschlüssel anlegen, bevor er gebraucht wird.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Rotate key…</source>
        <translation>Schlüssel wechseln …</translation>
    </message>
    <message>
        <source>Recovery key…</source>
        <translation>Wiederherstellungsschlüssel …</translation>
    </message>
    <message>
        <source>Set…</source>
        <translation>Festlegen …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Wiederherstellung</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>A systemd credential is changed by “callboard vault rotate”.</source>
        <translation>Ein systemd-Credential wird mit „callboard vault rotate“ gewechselt.</translation>
    </message>
    <message>
        <source>There is no key yet.</source>
        <translation>Es gibt noch keinen Schlüssel.</translation>
    </message>
    <message>
        <source>There is one. It is shown nowhere; a new one ends it.</source>
        <translation>Es gibt einen. Er steht nirgends; ein neuer löst ihn ab.</translation>
    </message>
    <message>
        <source>The key was rotated since: the recovery key of before opens nothing.</source>
        <translation>Der Schlüssel wurde seither gewechselt: Der bisherige Wiederherstellungsschlüssel öffnet nichts.</translation>
    </message>
    <message>
        <source>None was made. Without one, a lost key loses every secret.</source>
        <translation>Keiner angelegt. Ohne ihn gehen mit dem Schlüssel alle Geheimnisse verloren.</translation>
    </message>
    <message>
        <source>Set. It opens the vault where its key is missing.</source>
        <translation>Festgelegt. Sie öffnet den Tresor, wo sein Schlüssel fehlt.</translation>
    </message>
    <message>
        <source>None. It is for machines without a keychain, and for moving to another one.</source>
        <translation>Keine. Sie ist für Rechner ohne Schlüsselbund und für den Umzug auf einen anderen.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Passphrase ändern</translation>
    </message>
    <message>
        <source>Set a passphrase</source>
        <translation>Passphrase festlegen</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt …</translation>
    </message>
</context>
<context>
    <name>callboard::VaultPassphraseDialog</name>
    <message>
        <source>Passphrase of the vault</source>
        <translation>Passphrase des Tresors</translation>
    </message>
    <message>
        <source>A passphrase opens the vault where nothing keeps its key, here and on other machines. It can&apos;t be read anywhere once it is set.</source>
        <translation>Eine Passphrase öffnet den Tresor, wo nichts seinen Schlüssel aufbewahrt, hier und auf anderen Rechnern. Einmal festgelegt, steht sie nirgends zu lesen.</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Festlegen</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Neue Passphrase</translation>
    </message>
    <message>
        <source>At least %1 characters; four or five words in a row are good.</source>
        <translation>Mindestens %1 Zeichen; vier oder fünf Wörter hintereinander sind gut.</translation>
    </message>
    <message>
        <source>&amp;Again</source>
        <translation>&amp;Noch einmal</translation>
    </message>
    <message>
        <source>New passphrase, again</source>
        <translation>Neue Passphrase, noch einmal</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Die beiden sind nicht gleich.</translation>
    </message>
</context>
<context>
    <name>callboard::VaultProblem</name>
    <message>
        <source>The system keychain is locked. Unlock it, or set CALLBOARD_VAULT_KEY_FILE.</source>
        <translation>Der Schlüsselbund des Systems ist gesperrt. Ihn entsperren oder CALLBOARD_VAULT_KEY_FILE setzen.</translation>
    </message>
    <message>
        <source>The system keychain did not answer within %1 s. Unlock it, or set CALLBOARD_VAULT_KEY_FILE.</source>
        <translation>Der Schlüsselbund des Systems hat nicht innerhalb von %1 s geantwortet. Ihn entsperren oder CALLBOARD_VAULT_KEY_FILE setzen.</translation>
    </message>
    <message>
        <source>The system keychain refused access. Unlock it, or set CALLBOARD_VAULT_KEY_FILE.</source>
        <translation>Der Schlüsselbund des Systems hat den Zugriff verweigert. Ihn entsperren oder CALLBOARD_VAULT_KEY_FILE setzen.</translation>
    </message>
    <message>
        <source>The system keychain stayed locked: its question was dismissed. Unlock it, or set CALLBOARD_VAULT_KEY_FILE.</source>
        <translation>Der Schlüsselbund des Systems blieb gesperrt: Seine Frage wurde verworfen. Ihn entsperren oder CALLBOARD_VAULT_KEY_FILE setzen.</translation>
    </message>
    <message>
        <source>The system keychain can&apos;t be used: %1. Unlock it, or set CALLBOARD_VAULT_KEY_FILE.</source>
        <translation>Der Schlüsselbund des Systems ist nicht zu gebrauchen: %1. Ihn entsperren oder CALLBOARD_VAULT_KEY_FILE setzen.</translation>
    </message>
    <message>
        <source>There is no system keychain here. Set CALLBOARD_VAULT_KEY_FILE.</source>
        <translation>Hier gibt es keinen Schlüsselbund des Systems. CALLBOARD_VAULT_KEY_FILE setzen.</translation>
    </message>
    <message>
        <source>The vault&apos;s key is not on this machine. Enter the recovery key or the passphrase, or bring the key from where the workspace was made.</source>
        <translation>Der Schlüssel des Tresors ist nicht auf diesem Rechner. Den Wiederherstellungsschlüssel oder die Passphrase eingeben oder den Schlüssel von dort holen, wo der Arbeitsbereich entstand.</translation>
    </message>
    <message>
        <source>The key in the %1 is not the one of this workspace.</source>
        <translation>Der Schlüssel gehört nicht zu diesem Arbeitsbereich: %1.</translation>
    </message>
    <message>
        <source>system keychain</source>
        <translation>Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>key file %1</source>
        <translation>Schlüsseldatei %1</translation>
    </message>
    <message>
        <source>systemd credential %1</source>
        <translation>systemd-Credential %1</translation>
    </message>
    <message>
        <source>passphrase file %1</source>
        <translation>Passphrasen-Datei %1</translation>
    </message>
    <message>
        <source>The vault&apos;s key was changed meanwhile. Try again.</source>
        <translation>Der Schlüssel des Tresors wurde inzwischen gewechselt. Erneut versuchen.</translation>
    </message>
    <message>
        <source>The vault has to be open before its key can be rotated.</source>
        <translation>Der Tresor muss offen sein, bevor sein Schlüssel gewechselt werden kann.</translation>
    </message>
    <message>
        <source>The vault has to be open before a recovery key can be made.</source>
        <translation>Der Tresor muss offen sein, bevor ein Wiederherstellungsschlüssel angelegt werden kann.</translation>
    </message>
    <message>
        <source>The vault has to be open before its passphrase can be set or removed.</source>
        <translation>Der Tresor muss offen sein, bevor seine Passphrase festgelegt oder entfernt werden kann.</translation>
    </message>
    <message>
        <source>The passphrase can&apos;t be removed: nothing else on this machine keeps the key.</source>
        <translation>Die Passphrase lässt sich nicht entfernen: Nichts sonst auf diesem Rechner bewahrt den Schlüssel auf.</translation>
    </message>
    <message>
        <source>The passphrase is needed as well: it has to open the new key too.</source>
        <translation>Auch die Passphrase wird gebraucht: Sie muss den neuen Schlüssel ebenfalls öffnen.</translation>
    </message>
    <message>
        <source>This is not the passphrase of this workspace.</source>
        <translation>Das ist nicht die Passphrase dieses Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>This workspace has no passphrase.</source>
        <translation>Dieser Arbeitsbereich hat keine Passphrase.</translation>
    </message>
    <message>
        <source>What is stored of the passphrase is damaged.</source>
        <translation>Was zur Passphrase gespeichert ist, ist beschädigt.</translation>
    </message>
    <message>
        <source>A passphrase has at least %1 characters. Four or five words in a row are good.</source>
        <translation>Eine Passphrase hat mindestens %1 Zeichen. Vier oder fünf Wörter hintereinander sind gut.</translation>
    </message>
    <message>
        <source>There is not enough memory to check a passphrase: it takes %1 MiB.</source>
        <translation>Der Speicher reicht nicht, um eine Passphrase zu prüfen: Es braucht %1 MiB.</translation>
    </message>
    <message>
        <source>This recovery key is not the one of this workspace&apos;s key. After a rotation only the one made since opens it.</source>
        <translation>Dieser Wiederherstellungsschlüssel gehört nicht zum Schlüssel dieses Arbeitsbereichs. Nach einem Wechsel öffnet ihn nur der seither angelegte.</translation>
    </message>
    <message>
        <source>The recovery key went with the key it was made for: the key was rotated.</source>
        <translation>Der Wiederherstellungsschlüssel verging mit seinem Schlüssel: Dieser wurde gewechselt.</translation>
    </message>
    <message>
        <source>No recovery key was ever made for this workspace.</source>
        <translation>Für diesen Arbeitsbereich wurde nie ein Wiederherstellungsschlüssel angelegt.</translation>
    </message>
    <message>
        <source>Letter %1 can&apos;t be in a recovery key.</source>
        <translation>Zeichen %1 kommt in keinem Wiederherstellungsschlüssel vor.</translation>
    </message>
    <message>
        <source>A recovery key has %1 letters and digits; here are %2.</source>
        <translation>Ein Wiederherstellungsschlüssel hat %1 Buchstaben und Ziffern; hier sind es %2.</translation>
    </message>
    <message>
        <source>Group %1 of the recovery key is not as it was shown.</source>
        <translation>Gruppe %1 des Wiederherstellungsschlüssels ist nicht so, wie sie gezeigt wurde.</translation>
    </message>
    <message>
        <source>Nothing on this machine would keep the new key. Set a passphrase first.</source>
        <translation>Nichts auf diesem Rechner würde den neuen Schlüssel aufbewahren. Zuerst eine Passphrase festlegen.</translation>
    </message>
    <message>
        <source>%1 is in the way of a new key. Where no rotation is under way, remove it.</source>
        <translation>%1 ist einem neuen Schlüssel im Weg. Wo kein Wechsel im Gang ist: die Datei entfernen.</translation>
    </message>
    <message>
        <source>The %1 does not open with the present key, so the key stays as it is. Enter that secret again, or remove it, and rotate then.</source>
        <translation>Mit dem jetzigen Schlüssel öffnet sich nicht: %1. Der Schlüssel bleibt deshalb, wie er ist. Dieses Geheimnis neu eingeben oder entfernen und dann wechseln.</translation>
    </message>
</context>
<context>
    <name>callboard::VaultRecoveryDialog</name>
    <message>
        <source>Recovery key</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>A new recovery key is made and shown once. The one of before opens nothing any more.</source>
        <translation>Ein neuer Wiederherstellungsschlüssel entsteht und wird einmal gezeigt. Der bisherige öffnet nichts mehr.</translation>
    </message>
    <message>
        <source>A recovery key opens the vault where its own key is lost: on another machine, or after the keychain was emptied. It is shown once.</source>
        <translation>Ein Wiederherstellungsschlüssel öffnet den Tresor, wo sein eigener Schlüssel fehlt: auf einem anderen Rechner oder nach dem Leeren des Schlüsselbunds. Er wird einmal gezeigt.</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Write it down or print it, and keep it away from the workspace&apos;s file: whoever has both can read its secrets. It is not shown again.</source>
        <translation>Aufschreiben oder drucken und getrennt von der Datei des Arbeitsbereichs verwahren: Wer beides hat, liest die Geheimnisse. Er wird nicht noch einmal gezeigt.</translation>
    </message>
    <message>
        <source>The recovery key</source>
        <translation>Der Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the recovery key</source>
        <translation>Wiederherstellungsschlüssel kopieren</translation>
    </message>
    <message>
        <source>It leaves the clipboard after 30 s</source>
        <translation>Er verschwindet nach 30 s aus der Zwischenablage</translation>
    </message>
</context>
<context>
    <name>callboard::VaultRotationDialog</name>
    <message>
        <source>Rotate the vault&apos;s key</source>
        <translation>Schlüssel des Tresors wechseln</translation>
    </message>
    <message>
        <source>A new key is made, and every secret of this workspace is sealed anew under it. The one before goes: backups made until now need it to be read.</source>
        <translation>Ein neuer Schlüssel entsteht, und jedes Geheimnis dieses Arbeitsbereichs wird mit ihm neu versiegelt. Der bisherige vergeht: Ältere Sicherungen lassen sich nur mit ihm lesen.</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>Other workspaces that use %1 will not open any more.</source>
        <translation>Andere Arbeitsbereiche mit demselben Schlüssel öffnen sich dann nicht mehr: %1.</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>The present passphrase</source>
        <translation>Die jetzige Passphrase</translation>
    </message>
    <message>
        <source>It opens the new key as well.</source>
        <translation>Sie öffnet auch den neuen Schlüssel.</translation>
    </message>
    <message>
        <source>Type the passphrase first.</source>
        <translation>Zuerst die Passphrase eingeben.</translation>
    </message>
    <message>
        <source>The vault has a new key. The recovery key of before opens nothing any more: make a new one.</source>
        <translation>Der Tresor hat einen neuen Schlüssel. Der bisherige Wiederherstellungsschlüssel öffnet nichts mehr: Einen neuen anlegen.</translation>
    </message>
    <message>
        <source>The vault has a new key.</source>
        <translation>Der Tresor hat einen neuen Schlüssel.</translation>
    </message>
</context>
<context>
    <name>callboard::VaultUnlockDialog</name>
    <message>
        <source>Unlock the vault</source>
        <translation>Tresor entsperren</translation>
    </message>
    <message>
        <source>%1 What is owed to targets with secrets is held until the vault is open.</source>
        <translation>%1 Was Zielen mit Geheimnissen aussteht, bleibt angehalten, bis der Tresor offen ist.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>With the passphrase</source>
        <translation>Mit der Passphrase</translation>
    </message>
    <message>
        <source>&amp;Recovery key</source>
        <translation>&amp;Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>With the recovery key</source>
        <translation>Mit dem Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation>&amp;Geheimnis</translation>
    </message>
    <message>
        <source>Passphrase or recovery key</source>
        <translation>Passphrase oder Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>Once it opens, the key is put where this machine keeps keys.</source>
        <translation>Sobald er offen ist, kommt der Schlüssel dorthin, wo dieser Rechner Schlüssel aufbewahrt.</translation>
    </message>
    <message>
        <source>Type the recovery key first.</source>
        <translation>Zuerst den Wiederherstellungsschlüssel eingeben.</translation>
    </message>
    <message>
        <source>Type the passphrase first.</source>
        <translation>Zuerst die Passphrase eingeben.</translation>
    </message>
</context>
<context>
    <name>callboard::VaultWords</name>
    <message>
        <source>Open: its key is in %1.</source>
        <translation>Offen: Sein Schlüssel liegt in: %1.</translation>
    </message>
    <message>
        <source>Open: its key is in %1 from now on.</source>
        <translation>Offen: Sein Schlüssel liegt von jetzt an in: %1.</translation>
    </message>
    <message>
        <source>Open until Callboard ends: nothing on this machine keeps its key.</source>
        <translation>Offen, bis Callboard endet: Auf diesem Rechner bewahrt nichts seinen Schlüssel auf.</translation>
    </message>
    <message>
        <source>The system keychain is locked.</source>
        <translation>Der Schlüsselbund des Systems ist gesperrt.</translation>
    </message>
    <message>
        <source>The system keychain&apos;s question was dismissed, or access was denied.</source>
        <translation>Die Frage des Schlüsselbunds wurde verworfen oder der Zugriff verweigert.</translation>
    </message>
    <message>
        <source>Nothing on this machine keeps keys: there is no Secret Service.</source>
        <translation>Auf diesem Rechner bewahrt nichts Schlüssel auf: Es gibt keinen Secret Service.</translation>
    </message>
    <message>
        <source>The system keychain does not answer.</source>
        <translation>Der Schlüsselbund des Systems antwortet nicht.</translation>
    </message>
    <message>
        <source>The vault&apos;s key is not on this machine.</source>
        <translation>Der Schlüssel des Tresors ist nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>The key in %1 is not the one of this workspace.</source>
        <translation>Der Schlüssel gehört nicht zu diesem Arbeitsbereich: %1.</translation>
    </message>
    <message>
        <source>What is kept as the vault&apos;s key in %1 is damaged.</source>
        <translation>Der aufbewahrte Schlüssel des Tresors ist beschädigt: %1.</translation>
    </message>
    <message>
        <source>There is no key yet: it is made with the first secret.</source>
        <translation>Es gibt noch keinen Schlüssel: Er entsteht mit dem ersten Geheimnis.</translation>
    </message>
    <message>
        <source>the key file %1</source>
        <translation>Schlüsseldatei %1</translation>
    </message>
    <message>
        <source>the systemd credential %1</source>
        <translation>systemd-Credential %1</translation>
    </message>
    <message>
        <source>the passphrase file %1</source>
        <translation>Passphrasen-Datei %1</translation>
    </message>
    <message>
        <source>the system keychain</source>
        <translation>Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>Nothing needs it yet: its key is made with the first secret.</source>
        <translation>Noch braucht ihn nichts: Sein Schlüssel entsteht mit dem ersten Geheimnis.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Entsperren …</translation>
    </message>
    <message>
        <source>Set a passphrase…</source>
        <translation>Passphrase festlegen …</translation>
    </message>
    <message>
        <source>vault closed: the keychain is locked</source>
        <translation>Tresor zu: Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>vault closed: the keychain refused</source>
        <translation>Tresor zu: Schlüsselbund verweigert</translation>
    </message>
    <message>
        <source>vault closed: no keychain here</source>
        <translation>Tresor zu: kein Schlüsselbund</translation>
    </message>
    <message>
        <source>vault closed: the keychain is silent</source>
        <translation>Tresor zu: Schlüsselbund schweigt</translation>
    </message>
    <message>
        <source>vault closed: its key is not here</source>
        <translation>Tresor zu: Schlüssel fehlt</translation>
    </message>
    <message>
        <source>vault closed: another workspace&apos;s key</source>
        <translation>Tresor zu: fremder Schlüssel</translation>
    </message>
    <message>
        <source>vault closed: its key is damaged</source>
        <translation>Tresor zu: Schlüssel beschädigt</translation>
    </message>
    <message>
        <source>vault locked: targets with secrets are held</source>
        <translation>Tresor gesperrt: Ziele mit Geheimnissen angehalten</translation>
    </message>
</context>
<context>
    <name>callboard::WindowGroup</name>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>What closing the window means while Callboard sends, and how it makes itself heard without one. Quit in the menu always ends it.</source>
        <translation>Was das Schließen des Fensters bedeutet, während Callboard sendet, und wie es sich ohne Fenster bemerkbar macht. „Beenden“ im Menü beendet es immer.</translation>
    </message>
    <message>
        <source>On &amp;closing</source>
        <translation>&amp;Beim Schließen</translation>
    </message>
    <message>
        <source>background daemon autostart quit exit</source>
        <translation>hintergrund daemon autostart beenden</translation>
    </message>
    <message>
        <source>Show an &amp;icon in the tray meanwhile</source>
        <translation>Währenddessen ein &amp;Symbol im Infobereich zeigen</translation>
    </message>
    <message>
        <source>Icon in the tray</source>
        <translation>Symbol im Infobereich</translation>
    </message>
    <message>
        <source>It says what is still to be sent and what failed, opens the window, and quits.</source>
        <translation>Es sagt, was noch zu senden ist und was fehlgeschlagen ist, öffnet das Fenster und beendet das Programm.</translation>
    </message>
    <message>
        <source>This desktop has no tray. Starting Callboard again brings the window back.</source>
        <translation>Dieser Desktop hat keinen Infobereich. Callboard noch einmal zu starten holt das Fenster zurück.</translation>
    </message>
    <message>
        <source>In the background</source>
        <translation>Im Hintergrund</translation>
    </message>
    <message>
        <source>Notify of failed &amp;deliveries</source>
        <translation>Fehlgeschlagene &amp;Zustellungen melden</translation>
    </message>
    <message>
        <source>Notify of failed deliveries</source>
        <translation>Fehlgeschlagene Zustellungen melden</translation>
    </message>
    <message>
        <source>Only while another window is in front: one notice a target and minute, with Show and Replay.</source>
        <translation>Nur, solange ein anderes Fenster vorn ist: eine Benachrichtigung je Ziel und Minute, mit „Zeigen“ und „Erneut senden“.</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>notification popup bubble alert</source>
        <translation>benachrichtigung popup blase hinweis</translation>
    </message>
    <message>
        <source>Ask, where something would be left undone</source>
        <translation>Fragen, wo etwas unerledigt bliebe</translation>
    </message>
    <message>
        <source>Keep sending in the background</source>
        <translation>Im Hintergrund weiter senden</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>callboard::WindowStory</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>The window opened %1, for %2 as the target is set up.</source>
        <translation>Das Zeitfenster öffnete sich %1, für %2, wie am Ziel eingestellt.</translation>
    </message>
    <message>
        <source>The window opened %1, for %2 (%3).</source>
        <translation>Das Zeitfenster öffnete sich %1, für %2 (%3).</translation>
    </message>
    <message>
        <source>It closed early: “%1” is urgent.</source>
        <translation>Es schloss sich vorzeitig: „%1“ ist dringend.</translation>
    </message>
    <message>
        <source>It was sent before the window&apos;s end.</source>
        <translation>Sie wurde vor dem Ende des Zeitfensters gesendet.</translation>
    </message>
    <message>
        <source>It closed when its time was up.</source>
        <translation>Es schloss sich, als seine Zeit um war.</translation>
    </message>
    <message>
        <source>It closes %1; what happens to the asset until then joins this request.</source>
        <comment>followed by in 42 s or due now</comment>
        <translation>Es schließt sich %1; was bis dahin mit dem Asset geschieht, kommt in diese Anfrage.</translation>
    </message>
    <message>
        <source>Nothing was sent for it.</source>
        <translation>Dafür wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>14 events became one request: 13 requests saved</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n events became one request</source>
        <translation>
            <numerusform>Aus %n Ereignis wurde eine Anfrage</numerusform>
            <numerusform>Aus %n Ereignissen wurde eine Anfrage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests saved</source>
        <translation>
            <numerusform>%n Anfrage gespart</numerusform>
            <numerusform>%n Anfragen gespart</numerusform>
        </translation>
    </message>
    <message>
        <source>No window was open: it left %1 after its event</source>
        <translation>Kein Zeitfenster war offen: Sie ging %1 nach ihrem Ereignis hinaus</translation>
    </message>
    <message>
        <source>No window was open, but it waited %1 for its turn</source>
        <translation>Kein Zeitfenster war offen, doch sie hat %1 gewartet, bis sie an der Reihe war</translation>
    </message>
    <message>
        <source>Waited %1 for the window</source>
        <translation>Hat %1 auf das Zeitfenster gewartet</translation>
    </message>
    <message>
        <source>Waited %1: %2 for the window and %3 for its turn</source>
        <translation>Hat %1 gewartet: %2 auf das Zeitfenster und %3, bis sie an der Reihe war</translation>
    </message>
    <message>
        <source>%1; %2.</source>
        <comment>a sentence and what was saved</comment>
        <translation>%1; %2.</translation>
    </message>
    <message>
        <source>%1; nothing else happened to the asset meanwhile.</source>
        <translation>%1; sonst ist inzwischen nichts mit dem Asset geschehen.</translation>
    </message>
    <message>
        <source>A replay waits for no window. These are the events of delivery %1, which it repeats.</source>
        <translation>Ein erneutes Senden wartet auf kein Zeitfenster. Dies sind die Ereignisse von Zustellung %1, die sie wiederholt.</translation>
    </message>
    <message>
        <source>Delivery %1 took its place with a newer state of the asset.</source>
        <translation>Zustellung %1 trat mit einem neueren Stand des Assets an ihre Stelle.</translation>
    </message>
</context>
<context>
    <name>callboard::ZencoderGroup</name>
    <message>
        <source>Zencoder</source>
        <translation>Zencoder</translation>
    </message>
    <message>
        <source>Runs the jobs of assets whose callbacks have the source “encoder”, and notifies Callboard.</source>
        <translation>Führt die Aufträge von Assets aus, deren Callbacks die Quelle „encoder“ haben, und meldet sich bei Callboard.</translation>
    </message>
    <message>
        <source>Base URL of Zencoder&apos;s API</source>
        <translation>Basis-URL der API von Zencoder</translation>
    </message>
    <message>
        <source>&amp;Base URL</source>
        <translation>&amp;Basis-URL</translation>
    </message>
    <message>
        <source>Zencoder&apos;s API key</source>
        <translation>API-Schlüssel für Zencoder</translation>
    </message>
    <message>
        <source>&amp;API key</source>
        <translation>&amp;API-Schlüssel</translation>
    </message>
    <message>
        <source>Zencoder&apos;s notification secret</source>
        <translation>Meldungsgeheimnis von Zencoder</translation>
    </message>
    <message>
        <source>Zencoder&apos;s account page shows it. Notifications without it are refused.</source>
        <translation>Es steht auf der Kontoseite von Zencoder. Meldungen ohne es werden abgelehnt.</translation>
    </message>
    <message>
        <source>&amp;Notification secret</source>
        <translation>Meldungs&amp;geheimnis</translation>
    </message>
    <message>
        <source>Address of Callboard&apos;s door as encoders reach it</source>
        <translation>Adresse des Eingangs von Callboard, wie Encoder ihn erreichen</translation>
    </message>
    <message>
        <source>&amp;Relay address</source>
        <translation>&amp;Relay-Adresse</translation>
    </message>
    <message>
        <source>How Zencoder reaches this program&apos;s HTTP door from outside. Callbacks that are relayed through Callboard need it.</source>
        <translation>Wie Zencoder den HTTP-Eingang dieses Programms von außen erreicht. Callbacks, die über Callboard geleitet werden, brauchen sie.</translation>
    </message>
</context>
</TS>
