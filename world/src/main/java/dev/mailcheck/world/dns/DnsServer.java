package dev.mailcheck.world.dns;

import dev.mailcheck.world.net.Ports;
import dev.mailcheck.world.net.Workers;

import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.WireParseException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Optional;

/** One DNS server on loopback, UDP and TCP on the same port, with its faults and its log. */
final class DnsServer implements AutoCloseable {
    static final int MAX_MESSAGE_BYTES = 65_535;
    private static final int PLAIN_UDP_BYTES = 512;
    private static final int MOST_UDP_BYTES = 4096;

    private final Answering answering;
    private final Faults faults;
    private final Workers workers;
    private final QuestionLog log;
    private final Ports.Pair ports;

    DnsServer(Answering answering, Faults faults, Workers workers, QuestionLog log) {
        this.answering = answering;
        this.faults = faults;
        this.workers = workers;
        this.log = log;
        this.ports = Ports.udpAndTcp();
    }

    /** Begins to serve. */
    DnsServer start() {
        workers.run(this::receive);
        workers.accept(ports.tcp(), socket -> new DnsOverTcp(this, workers).serve(socket));
        return this;
    }

    InetSocketAddress address() {
        return ports.address();
    }

    private void receive() throws IOException {
        byte[] buffer = new byte[MAX_MESSAGE_BYTES];
        while (!ports.udp().isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            ports.udp().receive(packet);
            byte[] wire = Arrays.copyOf(packet.getData(), packet.getLength());
            workers.run(() -> answerDatagram(wire, (InetSocketAddress) packet.getSocketAddress()));
        }
    }

    private void answerDatagram(byte[] wire, InetSocketAddress client) {
        Optional<Exchange> exchange = exchange(wire, false);
        exchange.ifPresent(e -> workers.after(e.delay(), () -> send(e, client)));
    }

    private void send(Exchange exchange, InetSocketAddress client) throws IOException {
        log.closed();
        for (byte[] wire : exchange.wires(udpLimit(exchange.query()))) {
            ports.udp().send(new DatagramPacket(wire, wire.length, client));
        }
    }

    private static int udpLimit(Message query) {
        OPTRecord opt = query.getOPT();
        int wanted = opt == null ? PLAIN_UDP_BYTES : opt.getPayloadSize();
        return Math.max(PLAIN_UDP_BYTES, Math.min(wanted, MOST_UDP_BYTES));
    }

    /** Takes one question in, to be closed in the log by whoever sends the answer. */
    Optional<Exchange> exchange(byte[] wire, boolean tcp) {
        try {
            Message query = new Message(wire);
            if (query.getHeader().getFlag(Flags.QR) || query.getQuestion() == null) {
                return Optional.empty();
            }
            Question question = Question.of(query, tcp);
            log.opened(question);
            Exchange exchange = new Exchange(query, question, reply(query));
            faults.apply(exchange);
            return Optional.of(exchange);
        } catch (WireParseException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Message reply(Message query) {
        if (query.getHeader().getOpcode() != Opcode.QUERY) {
            return Replies.to(query, Rcode.NOTIMP);
        }
        if (query.getQuestion().getDClass() != DClass.IN) {
            return Replies.to(query, Rcode.REFUSED);
        }
        return answering.answer(query);
    }

    void answered() {
        log.closed();
    }

    @Override
    public void close() {
        ports.close();
    }
}
