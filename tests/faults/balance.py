"""Three counts that know nothing of each other: what the door acknowledged, what the store says, what the receiver saw."""
import collections
import contextlib
import sqlite3

DELIVERED, CANCELLED = 10, 12
NOT_SENT, IN_DOUBT, REJECTED = 2, 3, 4


class Balance:
    def __init__(self, world, source):
        self.problems = [f"the door answered {wrong}" for wrong in source.wrong[:5]]
        self.acknowledged = source.acknowledged
        self.seen = world.seen()
        with contextlib.closing(sqlite3.connect(f"file:{world.workspace}?mode=ro", uri=True)) as db:
            self.read(db)
        self.check_store()
        self.check_receiver()
        self.check_order()
        code, out, err = world.run("audit")
        last = out.splitlines()[-1] if out else err
        if code != 0 or not last.endswith(" 0 unexplained"):
            self.problems.append(f"audit: exit {code}, {last}")

    def read(self, db):
        if (answer := db.execute("PRAGMA integrity_check").fetchall()) != [("ok",)]:
            self.problems.append(f"integrity_check: {answer[:3]}")
        tag = db.execute("SELECT value FROM meta WHERE key = 'tag'").fetchone()[0]
        self.names = dict(db.execute("SELECT id, name FROM target WHERE removed_at IS NULL"))
        self.events = {key: number for number, key in db.execute("SELECT id, source_id FROM event")}
        self.deliveries = {f"dl_{tag}_{row[0]}": row for row in db.execute(
            "SELECT id, target_id, asset, state, latest_event, attempts FROM delivery WHERE replay_of IS NULL")}
        self.carried = collections.Counter(db.execute(
            "SELECT target_id, first_event FROM delivery WHERE replay_of IS NULL UNION ALL "
            "SELECT target_id, event_id FROM delivery_event JOIN delivery ON delivery.id = delivery_id "
            "WHERE event_id <> first_event AND replay_of IS NULL"))
        self.outcomes = collections.defaultdict(list)
        for delivery, outcome in db.execute("SELECT delivery_id, outcome FROM attempt ORDER BY id"):
            self.outcomes[f"dl_{tag}_{delivery}"].append(outcome)

    def say(self, what, which):
        if which := list(which):
            self.problems.append(f"{what}: {len(which)}, such as {which[:3]}")

    def check_store(self):
        self.lost = [key for key in self.acknowledged if key not in self.events]
        self.say("acknowledged and not in the store", self.lost)
        pairs = [(target, number) for target in self.names for number in self.events.values()]
        self.say("events without exactly one outcome for a target", [p for p in pairs if self.carried[p] != 1])
        self.say("deliveries still owed or failed",
                 [(key, row[3]) for key, row in self.deliveries.items() if row[3] not in (DELIVERED, CANCELLED)])

    def check_receiver(self):
        arrived = collections.Counter(webhook_id for _, webhook_id, *_ in self.seen)
        self.duplicates = sum(arrived.values()) - len(arrived)
        self.say("seen and unknown to the store", [key for key in arrived if key not in self.deliveries])
        self.say("called delivered and never seen",
                 [key for key, row in self.deliveries.items() if row[3] == DELIVERED and not arrived[key]])
        self.say("seen more often than attempts may have left", [key for key, count in arrived.items() if count > sum(
            outcome != NOT_SENT for outcome in self.outcomes[key])])
        self.say("seen twice without an attempt in doubt or refused", [key for key, count in arrived.items() if count - 1 > sum(
            outcome in (IN_DOUBT, REJECTED) for outcome in self.outcomes[key])])

    def check_order(self):
        """An older state never after a newer one, and the last state always."""
        latest = {}
        inversions = []
        for target, webhook_id, key, asset, _ in self.seen:
            number = self.events.get(key, 0)
            if number < latest.get((target, asset), 0):
                inversions.append((webhook_id, key))
            latest[target, asset] = max(number, latest.get((target, asset), 0))
        self.say("older after newer", inversions)
        newest = {}
        for name in self.names.values():
            for row in self.deliveries.values():
                newest["/" + name, row[2]] = max(row[4], newest.get(("/" + name, row[2]), 0))
        self.say("last state never seen", [place for place, number in newest.items() if latest.get(place) != number])

    def figures(self):
        return (f"{len(self.acknowledged)} acknowledged, {len(self.events)} stored, {len(self.deliveries)} deliveries, "
                f"{len(self.seen)} seen, {len(self.lost)} lost, {self.duplicates} seen again")


def assert_balanced(test, world, source, at_most=None):
    """Nothing lost, everything explained; at most so many requests seen again."""
    balance = Balance(world, source)
    test.assertEqual(balance.problems, [], balance.figures() + "\n" + world.said()[-2000:])
    if at_most is not None:
        test.assertLessEqual(balance.duplicates, at_most, balance.figures())
    return balance
