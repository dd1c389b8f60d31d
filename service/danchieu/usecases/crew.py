"""One process that works: its name, its delivery, and an eye on those that died."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event, Thread

import structlog

from danchieu.errors import NameTakenError, StoreUnavailableError
from danchieu.jobs import Delivery
from danchieu.store.holding import Hold
from danchieu.store.ledger import Ledger
from danchieu.usecases.batches import hand_out, hand_out_lost, hand_out_some_lost
from danchieu.usecases.working import Tools, Workshop

SWEEP_SECONDS = 10.0
SWEEPS_OF_PATIENCE = 6
"""A store that stays away so long ends the work: a crew must not wait in silence."""

_ON_THEIR_WAY = 60.0
_log = structlog.get_logger()


@dataclass(slots=True)
class CrewName:
    """The name that no other living process has, and the hold that proves it."""

    name: str
    hold: Hold


def take_name(ledger: Ledger, name: str) -> CrewName:
    """Hold exactly this name.

    Raises:
        NameTakenError: a living process has it.
    """
    held = ledger.hold(_carrier(name))
    if held is None:
        raise NameTakenError(
            f"{name}: another living process works under this name; end it or choose "
            "another name"
        )
    return CrewName(name, held)


def take_free_name(ledger: Ledger, kind: str) -> CrewName:
    """Hold the first free one of ``kind-1``, ``kind-2`` …: stable across restarts."""
    number = 1
    while True:
        name = f"{kind}-{number}"
        held = ledger.hold(_carrier(name))
        if held is not None:
            return CrewName(name, held)
        number += 1


def _carrier(name: str) -> str:
    return f"carrier:{name}"


class Crew:
    """Works on jobs until it is stopped, and takes up what dead processes left."""

    def __init__(
        self,
        tools: Tools,
        delivery: Delivery,
        name: CrewName,
        *,
        hands: int,
        errand: Callable[[], object] = lambda: None,
    ) -> None:
        self._ledger = tools.ledger
        self._delivery = delivery
        self._name = name
        self._over = Event()
        self._swept_to = 0
        self._errand = errand
        self.workshop = Workshop(
            tools,
            name=name.name,
            hands=hands,
            replaced=lambda job: hand_out(delivery, [job]),
        )
        self._sweeper = Thread(target=self._sweep, name="sweeper", daemon=True)
        self._runner = Thread(target=self._run_errand, name="errand", daemon=True)

    def start(self) -> None:
        """Begin to work; jobs that nobody carries are handed out first."""
        self._delivery.start(self.workshop)
        self._delivery.rescue(self._is_alive)
        hand_out_lost(self._ledger, self._delivery, older_than=0.0)
        self._sweeper.start()
        self._runner.start()

    def stop(self, seconds: float) -> None:
        """End the work: nothing new is begun, what was begun has so much time."""
        self._over.set()
        self.workshop.stopping.set()
        self._delivery.stop(seconds)
        self._sweeper.join(timeout=5.0)

    def _sweep(self) -> None:
        failed = 0
        while not self._over.wait(SWEEP_SECONDS):
            try:
                self._keep_name()
                self._ledger.prove_writable()
                self._sweep_once()
                failed = 0
            except (StoreUnavailableError, OSError, NameTakenError) as error:
                failed += 1
                _log.warning("sweep-skipped", error=type(error).__name__)
                if failed >= SWEEPS_OF_PATIENCE:
                    self.workshop.stop_for(error)

    def _run_errand(self) -> None:
        """Run it now and then, on its own: whoever it calls may let it wait."""
        while not self._over.wait(SWEEP_SECONDS):
            try:
                self._errand()
            except (StoreUnavailableError, OSError) as error:
                _log.warning("errand-skipped", error=type(error).__name__)

    def _sweep_once(self) -> None:
        """Take up what the dead held, and look for some of what nobody carries.

        Each sweep goes on where the last one ended, so that it costs the same however
        many jobs are open; when few are left it sees them all.
        """
        alone = self._ledger.hold("sweeper")
        if alone is None:
            return
        try:
            rescued = self._delivery.rescue(self._is_alive)
            lost, self._swept_to = hand_out_some_lost(
                self._ledger,
                self._delivery,
                older_than=_ON_THEIR_WAY,
                after=self._swept_to,
            )
            if rescued or lost:
                _log.warning("handed-out-again", rescued=rescued, lost=lost)
        finally:
            alone.release()

    def _keep_name(self) -> None:
        """Hold the name anew when the database lost our session."""
        if not self._name.hold.is_alive():
            self._name.hold = take_name(self._ledger, self._name.name).hold

    def _is_alive(self, name: str) -> bool:
        return name == self._name.name or self._ledger.is_held(_carrier(name))
