"""What the tour looks at: every page and dialog, with content and without."""
import threading
import urllib.request

PAGES = ("overview", "deliveries", "targets", "assets", "receiver", "projects")


def pages(tour, prefix=""):
    for number, page in enumerate(PAGES, 1):
        with tour.scene(f"{prefix}{number}-{page}"):
            tour.key(f"ctrl+{number}")


def filtered(tour, text):
    """The log narrowed to some words, its first row chosen."""
    tour.key("ctrl+2", "slash", "ctrl+a", "BackSpace")
    tour.screen.type(text)
    tour.steady()
    tour.key("Escape")
    tour.key("Home", "Down", "Up")


def failing(tour):
    filtered(tour, "http-404")


def inspector(tour):
    with tour.scene("2-deliveries-chosen"):
        tour.page(2, "Home", "Down")
    failing(tour)
    for number, name in enumerate(("payload", "request", "response", "attempts", "absorbed", "changes")):
        with tour.scene(f"2-inspector-{number}-{name}"):
            tour.tab(number)
    tour.tab(0)


def log(tour):
    with tour.scene("2-menu-of-a-row", "Escape"):
        tour.key("Menu")
    with tour.scene("2-menu-of-columns", "Escape"):
        tour.click("Columns")
    with tour.scene("2-menu-of-states", "Escape"):
        tour.click("States: All states")
    with tour.scene("2-menu-of-replay", "Escape"):
        tour.click("More ways to replay")
    with tour.scene("2-find-in-payload", "Escape"):
        tour.key("ctrl+f")
        tour.screen.type("uuid")
    failing(tour)
    with tour.scene("2-compare"):
        tour.key("shift+Down")
        tour.dialog("d")
    with tour.scene("2-resend"):
        tour.key("Up")
        tour.dialog("shift+e")
    with tour.scene("2-explain"):
        tour.click("Explain…")
        tour.wait_for_dialog()
    with tour.scene("2-question", "Escape"):
        tour.key("shift+r")
    with tour.scene("2-nothing-matches"):
        tour.key("ctrl+2", "slash", "ctrl+a")
        tour.screen.type("no-such-asset")
        tour.see("No delivery matches the filter")
    tour.key("slash", "ctrl+a", "BackSpace", "Escape")


def targets(tour):
    with tour.scene("3-menu-of-a-target", "Escape"):
        tour.page(3, "Home", "Down", "Menu")
    with tour.scene("3-target"):
        tour.page(3, "Home")
        tour.dialog("Return")
    with tour.scene("3-target-folds"):
        tour.key("Home")
        tour.dialog("Return")
        tour.folds()
        tour.wheel("Name", 20)  # to where they are
    with tour.scene("3-target-signing"):
        tour.key("Home")
        tour.dialog("Return")
        tour.folds()
        tour.wheel("Name", 20)
        tour.click("Scheme", "label", at=(200, 10))  # the field to the right of it
        tour.key("Down", "Down", "Return")
        tour.press("Make a key")
        tour.wheel("Scheme", 20, "label")
    with tour.scene("3-target-spark"):
        tour.key("Home", "Down", "Down")
        tour.dialog("Return")
    with tour.scene("3-new-target"):
        tour.dialog("ctrl+n")
    with tour.scene("3-new-target-wrong"):
        tour.dialog("ctrl+n")
        tour.screen.type("half a target")
        tour.key("Tab")
        tour.screen.type("ftp://nowhere")
    with tour.scene("3-discard-question"):
        tour.dialog("ctrl+n")
        tour.screen.type("half")
        tour.key("Escape")
    with tour.scene("3-together"):
        tour.page(3, "Home", "shift+Down", "shift+Down", "Menu", "Down")
        tour.dialog("Return")
    with tour.scene("3-import"):
        tour.click("Import targets")
        tour.wait_for_dialog()
    with tour.scene("3-deleted"):
        tour.page(3, "Home", *["Down"] * 5, "Delete")


def assets(tour):
    with tour.scene("4-asset-chosen"):
        tour.page(4, "Home", "Down")
    with tour.scene("4-asset-second-tab"):
        tour.tab(1)
    with tour.scene("4-menu-of-an-asset", "Escape"):
        tour.page(4, "Menu")
    with tour.scene("4-explain"):
        tour.press_later("Explain who was called")
        tour.wait_for_dialog()


def receiver(tour):
    with tour.scene("5-receiver-running"):
        tour.key("ctrl+5")
        tour.start_receiver()
        tour.key("Home")
    with tour.scene("5-receiver-rules"):
        tour.press("Answer rules")


def dialogs(tour):
    with tour.scene("6-project"):
        tour.page(6, "Home")
        tour.dialog("Return")
    for number, name in enumerate(("general", "mail", "encoders", "platforms", "history")):
        with tour.scene(f"7-settings-{number}-{name}"):
            tour.dialog("ctrl+comma")
            tour.tab(number)
    with tour.scene("7-fire-event"):
        tour.dialog("ctrl+e")
    with tour.scene("7-commands"):
        tour.dialog("ctrl+k")
    with tour.scene("7-shortcuts"):
        tour.dialog("question")
    for number, name in enumerate(("program", "libraries", "licence")):
        with tour.scene(f"7-about-{number}-{name}"):
            tour.dialog("alt+h", "Up", "Return")
            tour.tab(number)
    with tour.scene("7-message"):
        tour.press("Ledger: 0 unexplained")
    with tour.scene("7-menu-file", "Escape", "Escape"):
        tour.key("alt+f")
    with tour.scene("8-manual"):
        tour.key("ctrl+3")
        tour.dialog("F1")
    with tour.scene("8-manual-searched"):
        tour.dialog("F1")
        tour.key("slash")
        tour.screen.type("secret")


def filled(tour):
    for part in (pages, inspector, log, targets, assets, receiver, dialogs):
        part(tour)


def empty(tour):
    pages(tour, "0-empty-")


def post(world, url, count=6):
    """As a platform's callbacks would arrive."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def reached():
        try:
            return opener.open(f"{url}/", timeout=2)
        except OSError:
            return None

    world.until(reached, f"that {url} answers", 10)

    def send():
        for number in range(count):
            body = b'{"uuid":"6b48fbce-cd10-459c-b397-5673e4bbafaf","assetName":"T1S03","status":"finished","duration":120}'
            opener.open(urllib.request.Request(f"{url}/ingest/{number}", body, {"Content-Type": "application/json"}), timeout=10).read()

    thread = threading.Thread(target=send, daemon=True)
    thread.start()
    thread.join(20)
