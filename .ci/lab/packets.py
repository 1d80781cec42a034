"""Listens on the loopback interface."""

import ipaddress
import socket
import struct
import threading

import hosts
import places

ETH_P_ALL = 3
PACKET_OUTGOING = 4
TCP, UDP = 6, 17
SYN, ACK = 0x02, 0x10


class Packets:
    """What begins a conversation over IPv4, but for the resolver's part: datagrams and SYNs. The
    lab's IPv6 addresses are global ones, which nothing protects. And how many questions the
    resolver got."""

    def __enter__(self):
        self.seen = set()
        self.questions = 0
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
        if packet[0] >> 4 != 4 or _goes_on(packet):
            return
        source, target = (str(ipaddress.IPv4Address(packet[i:i + 4])) for i in (12, 16))
        ports = _ports(packet)
        self.questions += ports[1] == places.VALIDATING.port
        if places.VALIDATING.port not in ports and not {source, target} & _LEFT_OUT:
            self.seen.add(f"{source} > {target} {ports[1]}")


# The resolver asks from the one; the lab itself knocks at the other without end.
_LEFT_OUT = {places.RESOLVER_SOURCE, hosts.named("drop").address}


def _transport(packet):
    return (packet[0] & 0x0F) * 4


def _ports(packet):
    return struct.unpack_from("!HH", packet, _transport(packet)) if packet[9] in (TCP, UDP) else (0, 0)


def _goes_on(packet):
    """TCP, and not a first SYN."""
    return packet[9] == TCP and packet[_transport(packet) + 13] & (SYN | ACK) != SYN
