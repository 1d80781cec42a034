package dev.mailcheck.world.dns;

import dev.mailcheck.world.net.Workers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;

/** One TCP connection to a DNS server (RFC 7766): questions one after the other. */
final class DnsOverTcp {
    private static final Duration DRIP = Duration.ofSeconds(1);

    private final DnsServer server;
    private final Workers workers;

    DnsOverTcp(DnsServer server, Workers workers) {
        this.server = server;
        this.workers = workers;
    }

    void serve(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        while (true) {
            byte[] wire = new byte[in.readUnsignedShort()];
            in.readFully(wire);
            Optional<Exchange> exchange = server.exchange(wire, true);
            if (exchange.isPresent()) {
                answer(exchange.get(), socket);
            }
        }
    }

    private void answer(Exchange exchange, Socket socket) throws IOException {
        workers.sleep(exchange.delay());
        server.answered();
        switch (exchange.overTcp()) {
            case ANSWERS -> send(exchange, socket);
            case DRIPS -> drip(exchange, socket);
            case RESETS -> reset(socket);
            case STAYS_SILENT -> {}
        }
    }

    private static void send(Exchange exchange, Socket socket) throws IOException {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        for (byte[] wire : exchange.wires(DnsServer.MAX_MESSAGE_BYTES)) {
            byte[] framed = new byte[wire.length + 2];
            framed[0] = (byte) (wire.length >> 8);
            framed[1] = (byte) wire.length;
            System.arraycopy(wire, 0, framed, 2, wire.length);
            out.write(framed);
        }
        out.flush();
    }

    /** Announces a full message and sends it so slowly that no one waits for its end. */
    private void drip(Exchange exchange, Socket socket) throws IOException {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.writeShort(DnsServer.MAX_MESSAGE_BYTES);
        for (byte[] wire : exchange.wires(DnsServer.MAX_MESSAGE_BYTES)) {
            for (byte b : wire) {
                out.writeByte(b);
                out.flush();
                workers.sleep(DRIP);
            }
        }
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
