"""Senders of test mails by the hundred, sound and hostile, and a smart host that counts answers.

    smtp_load.py PORT MAILS AT_ONCE HOSTILE_SHARE [SMART_HOST_PORT]

Reads mails, one JSON line each ({"from", "to", "source", "mail"}), and sends them to PORT of
loopback, AT_ONCE at a time, each from its own address. Every so many a hostile client comes in
between. A mail that is refused for now is sent again, as a server would. Prints a JSON line for
each mail that was taken or refused, and for each answer.
"""

import asyncio
import base64
import json
import sys
import time

LONG = 10_300_000
DRIPS = 300


class Refused(Exception):
    def __init__(self, code, text):
        super().__init__(text)
        self.code = code


class Session:
    def __init__(self, reader, writer):
        self.reader, self.writer = reader, writer

    @classmethod
    async def open(cls, port, source):
        session = cls(*await asyncio.open_connection("127.0.0.1", port, local_addr=(source, 0)))
        await session.reply()
        return session

    async def reply(self):
        lines = []
        while True:
            line = await self.reader.readline()
            if not line:
                raise ConnectionError("closed")
            lines.append(line)
            if line[3:4] != b"-":
                break
        code = int(line[:3])
        if code >= 400:
            raise Refused(code, b"".join(lines).decode())
        return code

    async def say(self, line):
        self.writer.write(line.encode() + b"\r\n")
        return await self.reply()

    async def to_data(self, sender, recipient):
        await self.say("EHLO mx.load.test")
        await self.say(f"MAIL FROM:<{sender}>")
        await self.say(f"RCPT TO:<{recipient}>")
        await self.say("DATA")

    async def send(self, mail):
        self.writer.write(mail)
        await self.writer.drain()
        return await self.say("\r\n.")

    def close(self):
        self.writer.close()


def told(**what):
    print(json.dumps({"at": time.time(), **what}), flush=True)


async def honest(port, entry):
    """Until it is taken or refused for good."""
    while True:
        session = None
        try:
            session = await Session.open(port, entry["source"])
            await session.to_data(entry["from"], entry["to"])
            await session.send(entry["mail"].encode())
            told(taken=entry["from"])
            session.writer.write(b"QUIT\r\n")
            return
        except Refused as refused:
            if refused.code >= 500:
                told(refused=entry["from"], said=str(refused))
                return
            told(later=entry["from"], said=str(refused))
        except OSError as broken:
            told(later=entry["from"], said=str(broken))
        finally:
            if session:
                session.close()
        await asyncio.sleep(1)


def hostile_mail(kind, entry):
    head = f"From: {entry['from']}\r\nTo: {entry['to']}\r\nSubject: x\r\nMessage-ID: <{time.time_ns()}@h.test>\r\n"
    if kind == "largest":
        lines = base64.encodebytes(b"x" * (LONG * 3 // 4)).replace(b"\n", b"\r\n")[:LONG - 1000]
        return (head + "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n").encode() + lines
    if kind == "bomb":
        inner = "".join(
            f"--b{i}\r\nContent-Type: multipart/mixed; boundary=b{i + 1}\r\n\r\n" for i in range(20_000))
        return (head + "Content-Type: multipart/mixed; boundary=b0\r\n\r\n" + inner).encode()
    if kind == "headers":
        return (head + "X-Endless: again and again\r\n" * 400_000).encode()
    return (head + "\r\nhello\r\n").encode()


async def hostile(port, entry, kind):
    session = None
    try:
        session = await Session.open(port, entry["source"])
        await session.to_data(entry["from"], entry["to"])
        mail = hostile_mail(kind, entry)
        if kind == "drip":
            for byte in mail[:DRIPS]:
                session.writer.write(bytes([byte]))
                await session.writer.drain()
                await asyncio.sleep(0.1)
        elif kind == "cut":
            session.writer.write(mail[:len(mail) // 2])
            await session.writer.drain()
        else:
            await session.send(mail)
        told(hostile=kind)
        if kind not in ("drip", "cut"):
            told(taken=entry["from"])
    except (Refused, OSError) as ended:
        told(hostile=kind, said=str(ended)[:200])
    finally:
        if session:
            session.writer.transport.abort()


KINDS = ["drip", "largest", "bomb", "headers", "cut"]


async def smart_host(port):
    async def serve(reader, writer):
        recipient, data = "", False
        writer.write(b"220 smart\r\n")
        while line := await reader.readline():
            word = line[:4].upper()
            if data:
                if line == b".\r\n":
                    told(answer=recipient)
                    writer.write(b"250 taken\r\n")
                    data = False
            elif word == b"DATA":
                writer.write(b"354 go\r\n")
                data = True
            elif word == b"QUIT":
                break
            else:
                if word == b"RCPT":
                    recipient = line.split(b"<", 1)[1].split(b">")[0].decode()
                writer.write(b"250 ok\r\n")
        writer.close()

    return await asyncio.start_server(serve, "127.0.0.1", port)


async def main(port, mails, at_once, share, smart=None):
    server = await smart_host(int(smart)) if smart else None
    told(ready=True)
    entries = [json.loads(line) for line in open(mails, encoding="ascii")]
    seats = asyncio.Semaphore(int(at_once))
    every = round(1 / float(share)) if float(share) else 0

    async def seated(work):
        async with seats:
            await work

    work = []
    for number, entry in enumerate(entries):
        if every and number % every == every - 1:
            bad = {**entry, "source": f"127.66.{number // 250}.{number % 250 + 1}"}
            work.append(seated(hostile(int(port), bad, KINDS[number // every % len(KINDS)])))
        else:
            work.append(seated(honest(int(port), entry)))
    await asyncio.gather(*work)
    told(done=True)
    if server:
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
        server.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
