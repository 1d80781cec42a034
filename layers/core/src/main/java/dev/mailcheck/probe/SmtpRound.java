package dev.mailcheck.probe;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.smtp.SmtpLimits;
import dev.mailcheck.tls.TlsFacts;
import dev.mailcheck.tls.TlsFailure;
import dev.mailcheck.tls.TlsHandshake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** All visits of one check to the domain's mail hosts. */
final class SmtpRound {
    private final Target target;
    private final MxObservation mx;
    private final Doors doors;
    private final Deadline deadline;
    private final Manners manners;
    private final SmtpVisit visit;

    /** One address, and whether its host is to be asked for mailboxes there. */
    private record Stop(MailServer server, Optional<Domain> mailboxes) {}

    SmtpRound(Target target, MxObservation mx, Doors doors, SmtpLimits limits) {
        this.target = target;
        this.mx = mx;
        this.doors = doors;
        this.deadline = Smtp.deadline(doors);
        this.manners = new Manners(deadline, doors.port25());
        this.visit = new SmtpVisit(doors, deadline, limits);
    }

    /** The sessions in the order of the plan, a repeated one behind the first. */
    List<SmtpSession> sessions() {
        doors.executor().execute(TlsHandshake::warmUp);
        List<Stop> stops = mx.hosts().stream().flatMap(host -> stops(host).stream()).toList();
        List<Callable<List<SmtpSession>>> visits = new ArrayList<>();
        stops.forEach(stop -> visits.add(() -> visited(stop)));
        return SideBySide.run(
                        visits,
                        doors.executor(),
                        deadline,
                        i -> List.of(notBegun(stops.get(i).server())))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Stop> stops(MxHost host) {
        return host.probed().stream()
                .map(address ->
                        new Stop(
                                new MailServer(host.name(), address, target.options().smtpPort()),
                                mailboxes(host, address)))
                .toList();
    }

    /** Asked once a host, and only of the best: each answer may be a refusal in their log. */
    private Optional<Domain> mailboxes(MxHost host, String address) {
        boolean best = host.preference() == mx.hosts().getFirst().preference();
        boolean first = host.probed().getFirst().equals(address);
        return best && first ? Optional.of(target.domain()) : Optional.empty();
    }

    private List<SmtpSession> visited(Stop stop) {
        SmtpSession session = session(stop.server(), stop.mailboxes());
        return brokeOff(session) && !deadline.passed()
                ? List.of(session, session(stop.server(), Optional.empty()))
                : List.of(session);
    }

    private SmtpSession session(MailServer server, Optional<Domain> mailboxes) {
        SenderScript script =
                new SenderScript(
                        target.options().ehlo(), server.serverName(), mailboxes, doors.trust());
        return manners.inTurn(server, () -> visit.to(server, script))
                .orElseGet(() -> notBegun(server));
    }

    /** A handshake that ends without a word may have met a passing fault: it is tried once more. */
    private static boolean brokeOff(SmtpSession session) {
        return session.tls()
                .flatMap(TlsFacts::failure)
                .filter(failure -> failure == TlsFailure.CLOSED || failure == TlsFailure.TIMEOUT)
                .isPresent();
    }

    private static SmtpSession notBegun(MailServer server) {
        return SmtpSession.notBegun(server.host(), server.address());
    }
}
