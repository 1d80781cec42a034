"""A network with a set delay: two network namespaces, and every packet between them waits here."""

import collections
import dataclasses
import fcntl
import heapq
import os
import select
import struct
import subprocess
import threading
import time

TUNSETIFF = 0x400454CA
IFF_TUN, IFF_NO_PI = 0x0001, 0x1000
MTU = 1500
CLIENT, GATEWAY = "10.99.0.1", "10.99.0.2"
TCP, UDP = 6, 17
SYN, ACK = 0x02, 0x10


def _run(*command):
    subprocess.run(command, check=True, capture_output=True, text=True)


def _tun_in(namespace, name):
    """A TUN device: made here, so that we hold it, and moved into the namespace."""
    tun = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(tun, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TUN | IFF_NO_PI))
    _run("ip", "link", "set", name, "netns", namespace)
    return tun


@dataclasses.dataclass
class Flow:
    """One TCP connection, as the wire shows it."""

    address: str
    port: int
    began: float
    ended: float = 0.0
    turns: int = 0
    last: str = ""

    def data(self, way, now):
        """Round trips: the handshake, and each change from the client's word to the server's."""
        if way == "in" and self.last != "in":
            self.turns += 1
        self.last = way
        self.ended = now


class Counts:
    """What went over the wire since the last reset."""

    def __init__(self):
        self.reset()

    def reset(self):
        self.questions = 0
        self.distinct = collections.Counter()
        self.open = set()
        self.most_open = 0
        self.flows = {}
        self.lock = threading.Lock()

    def see(self, packet, way):
        """One IPv4 packet; "out" goes from the client."""
        if packet[0] >> 4 != 4:
            return
        head = (packet[0] & 15) * 4
        source, target = packet[12:16], packet[16:20]
        peer = ".".join(map(str, target if way == "out" else source))
        ports = struct.unpack_from("!HH", packet, head)
        own, other = ports if way == "out" else reversed(ports)
        with self.lock:
            if packet[9] == UDP and other == 53:
                self._dns(packet[head + 8:], way, (peer, own))
            elif packet[9] == TCP:
                self._tcp(packet, head, way, (peer, other, own))

    def _dns(self, message, way, socket):
        key = (*socket, message[:2])
        if way == "in":
            self.open.discard(key)
            return
        self.questions += 1
        self.distinct[(socket[0], message[12:].split(b"\0\0\x29")[0].lower())] += 1
        self.open.add(key)
        self.most_open = max(self.most_open, len(self.open))

    def _tcp(self, packet, head, way, key):
        flags = packet[head + 13]
        now = time.monotonic()
        if way == "out" and flags & SYN and key not in self.flows:
            self.flows[key] = Flow(key[0], key[1], now, now, 1, "out")
        size = struct.unpack_from("!H", packet, 2)[0] - head - (packet[head + 12] >> 4) * 4
        if size > 0 and key in self.flows:
            self.flows[key].data(way, now)

    def sessions(self, port):
        """The flows to that port, by address."""
        found = collections.defaultdict(list)
        with self.lock:
            for flow in self.flows.values():
                if flow.port == port:
                    found[flow.address].append(flow)
        return found


class Network:
    """Client and server namespaces; the servers' addresses are behind the delay."""

    def __init__(self, client, server):
        self.client, self.server = client, server
        self.delay = 0.0
        self.counts = Counts()
        self.running = True

    def start(self):
        for name in (self.client, self.server):
            _run("ip", "netns", "add", name)
            _run("ip", "-n", name, "link", "set", "lo", "up")
        self.tuns = {}
        for way, name, own, other in (("out", self.client, CLIENT, GATEWAY), ("in", self.server, GATEWAY, CLIENT)):
            wire = f"wire-{way}{os.getpid()}"
            self.tuns[way] = _tun_in(name, wire)
            _run("ip", "-n", name, "addr", "add", own, "peer", other, "dev", wire)
            _run("ip", "-n", name, "link", "set", wire, "up", "mtu", str(MTU))
            if way == "out":
                _run("ip", "-n", name, "route", "add", "default", "dev", wire)
        self.carrier = threading.Thread(target=self._carry, daemon=True)
        self.carrier.start()

    def stop(self):
        self.running = False
        self.carrier.join()
        for name in (self.client, self.server):
            subprocess.run(["ip", "netns", "delete", name], capture_output=True)

    def _carry(self):
        """Half of the delay each way. Packets keep their order: the queue is by time, then number."""
        waiting, number = [], 0
        ends = {"out": self.tuns["in"], "in": self.tuns["out"]}
        ways = {descriptor: way for way, descriptor in self.tuns.items()}
        while self.running:
            rest = max(0.0, waiting[0][0] - time.monotonic()) if waiting else 1.0
            ready, _, _ = select.select(list(ways), [], [], rest)
            for descriptor in ready:
                way = ways[descriptor]
                for packet in _packets(descriptor):
                    if way == "out":
                        self.counts.see(packet, way)
                    heapq.heappush(waiting, (time.monotonic() + self.delay / 2, number, way, packet))
                    number += 1
            now = time.monotonic()
            while waiting and waiting[0][0] <= now:
                _, _, way, packet = heapq.heappop(waiting)
                if way == "in":
                    self.counts.see(packet, way)
                try:
                    os.write(ends[way], packet)
                except BlockingIOError:
                    pass


def _packets(descriptor):
    for _ in range(64):
        try:
            yield os.read(descriptor, 65536)
        except BlockingIOError:
            return
