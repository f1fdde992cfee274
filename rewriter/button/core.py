"""What one running service holds, for all its routes: `request.app.state.core`."""

import secrets
import time
from dataclasses import dataclass, field

from starlette.requests import Request

from rewriter.button.access import Access, Caller
from rewriter.button.audit import ACCEPT, Trail
from rewriter.button.bodies import AcceptBody
from rewriter.button.drive import Drive, Who
from rewriter.button.metrics import Metrics
from rewriter.button.pool import Pool
from rewriter.button.room import Room
from rewriter.button.seal import Seal
from rewriter.button.settings import ServeSettings
from rewriter.engine import Writer
from rewriter.intake import Options, find_pack
from rewriter.model import ModelEngine
from rewriter.pack import PAYER
from rewriter.visit import Visit

_SECRET_BYTES = 32


@dataclass
class Core:
    """The parts of a service. `is_stopping` is set where it ends: it takes up nothing new then."""

    settings: ServeSettings
    access: Access
    room: Room
    seal: Seal
    metrics: Metrics
    trail: Trail
    pool: Pool
    drive: Drive
    is_warm: bool = False
    is_stopping: bool = False
    rules: dict[str, bytes] = field(default_factory=dict)

    @property
    def is_ready(self) -> bool:
        """Whether requests can be served."""
        return self.is_warm and self.trail.is_well and not self.is_stopping

    async def start(self) -> None:
        """Open the audit and start the processes. Raises JournalError."""
        if not self.trail.is_well:
            self.trail.open()
        await self.pool.warm()
        self.is_warm = True

    async def stop(self) -> None:
        """End the processes, close connections and files."""
        self.is_stopping = True
        self.pool.close()
        if self.drive.engine is not None:
            await self.drive.engine.transport.aclose()
        await self.trail.aclose()

    async def list_rules(self, name: str) -> bytes:
        """Return rules as JSON; they stay the same while the service runs. Raises Problem."""
        if name not in self.rules:
            self.rules[name] = await self.pool.list_rules(name)
        return self.rules[name]


def make_core(settings: ServeSettings, engine: ModelEngine | None = None) -> Core:
    """Return the parts of a service; nothing is opened yet. Raises SettingsError or PackError."""
    find_pack(settings.cpt, settings.pack)
    options = Options(settings.cpt, Visit(), (), settings.profile, settings.pack, PAYER)
    metrics = Metrics()
    trail = Trail(settings.audit, settings.audit_key.get_secret_value().encode())
    writer = Writer.of(engine) if engine is not None else None
    pool = Pool(options, writer, settings.cpu_seconds, settings.processes)
    room = Room(settings.at_once, settings.waiting, settings.wait_seconds, time.monotonic)
    key = settings.secret.get_secret_value().encode() or secrets.token_bytes(_SECRET_BYTES)
    core = Core(
        settings=settings,
        access=Access(settings, time.monotonic),
        room=room,
        seal=Seal(key, settings.answer_minutes * 60),
        metrics=metrics,
        trail=trail,
        pool=pool,
        drive=Drive(pool, trail, metrics, engine),
    )
    metrics.watch("in_work", "Requests in work.", lambda: room.in_work)
    metrics.watch("waiting", "Requests that wait for a place.", lambda: room.waiting)
    metrics.watch("audit_records", "Records of the audit file.", lambda: trail.head.number)
    metrics.watch("ready", "Whether requests can be served.", lambda: core.is_ready)
    return core


def core_of(request: Request) -> Core:
    """Return the service that a request came to."""
    core: Core = request.app.state.core
    return core


def caller_of(request: Request) -> Caller:
    """Return who sent a request that a guarded route let in."""
    caller: Caller = request.state.caller
    return caller


def who_of(request: Request) -> Who:
    """Return who sent a request, as the audit has it."""
    caller = caller_of(request)
    return Who(request.scope["request_id"], caller.client, caller.user)


async def record_accept(core: Core, who: Who, body: AcceptBody) -> None:
    """Record what a clinician took over into the field: hashes and counts. Raises JournalError."""
    await core.trail.add(
        ACCEPT,
        request_id=who.request_id,
        client=who.client,
        user=who.user,
        note_sha256=body.base_sha256,
        result_sha256=body.text_sha256,
        accepted=body.accepted,
        offered=body.offered,
        seconds_ago=body.seconds_ago or None,
    )
