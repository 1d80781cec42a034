package dev.mailcheck.dns;

import dev.mailcheck.dns.ReplyReader.Verdict;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.net.IpLiteral;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * One question on its way, until it is answered or all tries are used up. A try is with one server:
 * UDP; then TCP at once where the reply was cut or did not fit the query, for then somebody else
 * may be talking; without EDNS where the server does not know it. Three tries, or one with each
 * server where there are more. The first is short, since what gets lost is mostly the one packet
 * among many that a small resolver had no room for; the later ones leave a slow one its time. All
 * on the loop.
 */
final class DnsExchange {
    static final int TRIES = 3;
    static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final int LONGEST = 3;

    private final DnsClient client;
    private final DnsLoop loop;
    private final List<InetSocketAddress> servers;
    private final Question question;
    private final BiConsumer<DnsExchange, Reply> whenDone;
    private final int id;
    private QueryForm form;
    private int tries;
    private boolean done;
    private @Nullable UdpExchange udp;
    private @Nullable TcpExchange tcp;
    private DnsLoop.@Nullable Alarm alarm;
    private Reply.@Nullable Missing worst;

    DnsExchange(
            DnsClient client,
            DnsLoop loop,
            List<InetSocketAddress> servers,
            Question question,
            QueryForm form,
            int id,
            BiConsumer<DnsExchange, Reply> whenDone) {
        this.client = client;
        this.loop = loop;
        this.servers = servers;
        this.question = question;
        this.form = form;
        this.id = id;
        this.whenDone = whenDone;
    }

    void start() {
        nextTry();
    }

    /** Ends it from outside: at the deadline, or when the resolver is closed. */
    void abandon(String why) {
        finish(new Reply.Missing(DnsFailure.DEADLINE, question + ": " + why));
    }

    private void nextTry() {
        if (tries == Math.max(TRIES, servers.size())) {
            finish(
                    worst != null
                            ? worst
                            : new Reply.Missing(DnsFailure.NETWORK, question + ": no server"));
            return;
        }
        tries++;
        byUdp();
    }

    private InetSocketAddress server() {
        return servers.get((tries - 1) % servers.size());
    }

    private void byUdp() {
        boolean again = udp != null && servers.size() == 1;
        try {
            if (!again) {
                closeSockets();
                udp = UdpExchange.open(loop, server(), this::readUdp);
            }
            send(udp);
            expect();
        } catch (IOException noRoute) {
            failed(DnsFailure.NETWORK, "no packet can be sent to " + shown(server()));
        }
    }

    private void send(@Nullable UdpExchange exchange) throws IOException {
        if (exchange != null) {
            client.countPacket();
            exchange.send(form.toWire(id, question));
        }
    }

    private void byTcp() {
        try {
            client.countPacket();
            tcp = TcpExchange.open(loop, server(), form.toWire(id, question), this::proceedTcp);
            expect();
        } catch (IOException noRoute) {
            tcpFailed();
        }
    }

    /** The true reply may still come by UDP, where it was a stranger's that sent us to TCP. */
    private void tcpFailed() {
        note(DnsFailure.NETWORK, "no answer by TCP from " + shown(server()));
        if (udp == null) {
            closeSockets();
            nextTry();
        } else if (tcp != null) {
            tcp.close();
        }
    }

    private void expect() {
        cancelAlarm();
        alarm = loop.at(Deadline.in(patience()), this::timedOut);
    }

    /** One second, two, and then three. */
    private Duration patience() {
        return SHORTEST.multipliedBy(Math.min(tries, LONGEST));
    }

    private void timedOut() {
        note(DnsFailure.TIMEOUT, "no answer from " + shown(server()));
        if (tcp != null) {
            closeSockets();
        }
        nextTry();
    }

    private void readUdp() {
        try {
            Optional<byte[]> datagram = udp == null ? Optional.empty() : udp.receive(loop.buffer());
            datagram.ifPresent(bytes -> judge(bytes, true));
        } catch (IOException unreachable) {
            failed(DnsFailure.NETWORK, "nobody listens at " + shown(server()));
        }
    }

    private void proceedTcp() {
        try {
            Optional<byte[]> message = tcp == null ? Optional.empty() : tcp.proceed();
            message.ifPresent(bytes -> judge(bytes, false));
        } catch (IOException broken) {
            tcpFailed();
        }
    }

    private void judge(byte[] bytes, boolean byUdp) {
        switch (ReplyReader.read(bytes, id, question, form)) {
            case Verdict.Answer(var message) -> finish(new Reply.Received(message));
            case Verdict.Truncated() -> truncated(byUdp);
            case Verdict.Foreign(String detail) -> foreign(byUdp, detail);
            case Verdict.WithoutEdns() -> withoutEdns();
            case Verdict.Refusal(Reply.Missing missing) -> refused(missing);
        }
    }

    private void truncated(boolean byUdp) {
        if (byUdp) {
            closeSockets();
            byTcp();
        } else {
            failed(DnsFailure.MALFORMED, "cut short by TCP, too, from " + shown(server()));
        }
    }

    private void foreign(boolean byUdp, String detail) {
        if (!byUdp) {
            failed(DnsFailure.MALFORMED, detail + " from " + shown(server()));
        } else if (tcp == null) {
            byTcp();
        }
    }

    private void withoutEdns() {
        form = form.withoutEdns();
        closeSockets();
        byUdp();
    }

    /** Another server may know more; the same one would only say it again. */
    private void refused(Reply.Missing missing) {
        keep(missing);
        if (tries >= servers.size()) {
            finish(missing.orBetter(worst));
        } else {
            closeSockets();
            nextTry();
        }
    }

    private void failed(DnsFailure reason, String detail) {
        note(reason, detail);
        closeSockets();
        nextTry();
    }

    private void note(DnsFailure reason, String detail) {
        keep(new Reply.Missing(reason, question + ": " + detail));
    }

    private void keep(Reply.Missing missing) {
        worst = missing.orBetter(worst);
    }

    private void finish(Reply reply) {
        if (!done) {
            done = true;
            cancelAlarm();
            closeSockets();
            if (reply instanceof Reply.Received && !servers.isEmpty()) {
                client.answeredBy(server());
            }
            whenDone.accept(this, reply);
        }
    }

    private void cancelAlarm() {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
    }

    private void closeSockets() {
        if (udp != null) {
            udp.close();
            udp = null;
        }
        if (tcp != null) {
            tcp.close();
            tcp = null;
        }
    }

    private static String shown(InetSocketAddress server) {
        return server.getAddress() == null
                ? server.getHostString()
                : IpLiteral.text(server.getAddress());
    }
}
