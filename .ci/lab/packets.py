"""Listens on the loopback interface."""

import ipaddress
import socket
import struct
import threading

import places

ETH_P_ALL = 3
PACKET_OUTGOING = 4
TCP, UDP = 6, 17


class Packets:
    """The destinations of all packets that are not between a program and the resolver, or the
    resolver's own."""

    def __enter__(self):
        self.seen = set()
        self.socket = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_P_ALL))
        self.socket.bind(("lo", ETH_P_ALL))
        self.socket.settimeout(0.2)
        self.going = True
        self.thread = threading.Thread(target=self._listen)
        self.thread.start()
        return self

    def __exit__(self, *failure):
        self.going = False
        self.thread.join()
        self.socket.close()

    def _listen(self):
        while self.going:
            try:
                frame, origin = self.socket.recvfrom(65535)
            except TimeoutError:
                continue
            if origin[2] == PACKET_OUTGOING:
                self._take(frame[14:])

    def _take(self, packet):
        source, target, ports = _addresses(packet)
        resolver = places.VALIDATING.port in ports or places.RESOLVER_SOURCE in (source, target)
        if not resolver:
            self.seen.add(f"{source} > {target} {ports[1]}")


def _addresses(packet):
    if packet[0] >> 4 == 6:
        kind, at = packet[6], 40
        source, target = (str(ipaddress.IPv6Address(packet[i:i + 16])) for i in (8, 24))
    else:
        kind, at = packet[9], (packet[0] & 0x0F) * 4
        source, target = (str(ipaddress.IPv4Address(packet[i:i + 4])) for i in (12, 16))
    ports = struct.unpack_from("!HH", packet, at) if kind in (TCP, UDP) else (0, 0)
    return source, target, ports
