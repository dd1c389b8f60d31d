"""A delivery that hands letters over when it is told to, in this thread."""

from dataclasses import dataclass, field


@dataclass
class FakeDelivery:
    """Keeps letters as DBOS would, lowest priority number first."""

    under_way: dict = field(default_factory=dict)
    sent: list = field(default_factory=list)
    work: object = None

    def start(self, work):
        self.work = work

    def send(self, letters):
        for letter in letters:
            if letter.id not in self.sent:
                self.sent.append(letter.id)
                self.under_way[letter.id] = letter

    def recall(self, letters):
        for letter in letters:
            self.under_way.pop(letter.id, None)

    def lost(self, letters):
        return tuple(letter for letter in letters if letter.id not in self.under_way)

    def rescue(self, is_alive):
        return 0

    def stop(self, seconds):
        self.work = None

    def hand_over(self, work):
        """Let ``work`` do all that is under way; return the order."""
        done = []
        while self.under_way:
            first = min(self.under_way.values(), key=lambda letter: letter.priority)
            work(first.job_id)
            self.under_way.pop(first.id, None)
            done.append(first.job_id)
        return done
