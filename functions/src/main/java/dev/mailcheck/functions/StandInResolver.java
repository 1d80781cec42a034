package dev.mailcheck.functions;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.probe.Target;
import dev.mailcheck.run.Surroundings;

import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * A resolver on loopback that knows one domain of a few records, and that no other name exists.
 * With it probes rehearse what they do, and no packet leaves the host.
 */
final class StandInResolver implements AutoCloseable {
    /** Of a top-level domain that is nobody's (RFC 2606, section 2). */
    private static final String DOMAIN = "rehearsal.example";

    /** For all that is looked up in one rehearsal. */
    static final Duration BUDGET = Duration.ofSeconds(5);

    private static final int MOST_BYTES = 512;
    private static final long TTL = 60;
    private static final List<String> RECORDS =
            List.of(
                    "rehearsal.example. MX 10 mx.rehearsal.example.",
                    "rehearsal.example. TXT \"v=spf1 mx include:_spf.rehearsal.example -all\"",
                    "_spf.rehearsal.example. TXT \"v=spf1 ip4:192.0.2.0/24 -all\"",
                    "_dmarc.rehearsal.example. TXT \"v=DMARC1; p=reject\"",
                    "mx.rehearsal.example. A 192.0.2.1");

    private final DatagramSocket socket;

    private StandInResolver(DatagramSocket socket) {
        this.socket = socket;
    }

    static StandInResolver open() throws IOException {
        StandInResolver resolver =
                new StandInResolver(new DatagramSocket(0, InetAddress.getLoopbackAddress()));
        Thread.ofPlatform().daemon().start(resolver::serve);
        return resolver;
    }

    /** A check of the domain, as all checks of this process. */
    static Target target() {
        return new Target(
                Domain.parse(DOMAIN).orElseThrow(), Place.ofThisProcess(System.getenv()).options());
    }

    /** From where this process looks, but that names are looked up here. */
    ProbePlace place() {
        Surroundings here = ProbePlace.surroundingsHere();
        return new ProbePlace(
                new Surroundings(
                        here.policy(),
                        here.routing(),
                        List.of((InetSocketAddress) socket.getLocalSocketAddress()),
                        here.anchors(),
                        here.trust(),
                        here.ipv6(),
                        here.hostName(),
                        here.ownAddress(),
                        here.clock(),
                        here.random(),
                        here.keys()));
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(new byte[MOST_BYTES], MOST_BYTES);
                socket.receive(packet);
                byte[] answer =
                        answer(new Message(Arrays.copyOf(packet.getData(), packet.getLength())))
                                .toWire();
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException closed) {
                // Or no question: then nobody waits for an answer.
            }
        }
    }

    private static Record record(String line) throws IOException {
        String[] parts = line.split(" ", 3);
        return Record.fromString(
                Name.fromString(parts[0]),
                Type.value(parts[1]),
                DClass.IN,
                TTL,
                parts[2],
                Name.root);
    }

    private static Message answer(Message query) throws IOException {
        Record question = query.getQuestion();
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        answer.addRecord(question, Section.QUESTION);
        boolean exists = false;
        for (String line : RECORDS) {
            Record record = record(line);
            if (record.getName().equals(question.getName())) {
                exists = true;
                if (record.getType() == question.getType()) {
                    answer.addRecord(record, Section.ANSWER);
                }
            }
        }
        answer.getHeader().setRcode(exists ? Rcode.NOERROR : Rcode.NXDOMAIN);
        return answer;
    }

    @Override
    public void close() {
        socket.close();
    }
}
