package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.net.IpLiteral;
import dev.mailcheck.smtp.SmtpLimits;
import dev.mailcheck.smtp.SmtpStep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The visits to control hosts: to one, and where it does not welcome us soon, to one more. */
final class ControlRound {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String ehlo;
    private final Doors doors;
    private final Deadline deadline;
    private final SmtpVisit visit;

    ControlRound(String ehlo, Doors doors, SmtpLimits limits) {
        this.ehlo = ehlo;
        this.doors = doors;
        this.deadline = Smtp.deadline(doors);
        this.visit = new SmtpVisit(doors, deadline, limits);
    }

    List<SmtpSession> sessions(List<ControlHost> hosts) {
        CompletableFuture<List<SmtpSession>> first = new CompletableFuture<>();
        List<Callable<List<SmtpSession>>> visits = new ArrayList<>();
        visits.add(() -> {
            List<SmtpSession> sessions = visited(hosts.getFirst());
            first.complete(sessions);
            return sessions;
        });
        if (hosts.size() > 1) {
            visits.add(() -> welcomes(first) ? List.of() : visited(hosts.get(1)));
        }
        return SideBySide.run(visits, doors.executor(), deadline, i -> List.of()).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static boolean welcomes(Future<List<SmtpSession>> first)
            throws InterruptedException, ExecutionException {
        try {
            return first.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).stream()
                    .anyMatch(SmtpSession::welcomed);
        } catch (TimeoutException slow) {
            return false;
        }
    }

    private List<SmtpSession> visited(ControlHost host) {
        List<MailServer> servers =
                addresses(host.host())
                        .map(address -> new MailServer(host.host(), address, host.port()))
                        .toList();
        List<Callable<SmtpSession>> visits = new ArrayList<>();
        servers.forEach(server -> visits.add(() -> visit.to(server, this::greet)));
        return SideBySide.run(
                visits,
                doors.executor(),
                deadline,
                i -> SmtpSession.notBegun(host.host(), servers.get(i).address()));
    }

    private void greet(SmtpDialogue dialogue) {
        if (dialogue.greeted()) {
            dialogue.say(SmtpStep.EHLO, "EHLO " + ehlo);
        }
    }

    /** One of each family we can speak: what an IPv4 host says proves nothing of IPv6. */
    private Stream<String> addresses(String host) {
        if (IpLiteral.parse(host).isPresent()) {
            return Stream.of(host);
        }
        Stream<RecordType> types =
                doors.network().hasIpv6()
                        ? Stream.of(RecordType.A, RecordType.AAAA)
                        : Stream.of(RecordType.A);
        return types.flatMap(type -> first(host, type).stream());
    }

    private Optional<String> first(String host, RecordType type) {
        DnsAnswer answer =
                DnsName.parse(host)
                        .map(name -> doors.dns().get(name, type))
                        .orElseGet(() -> new DnsAnswer.Absent(false, List.of()));
        return answer.data().stream().findFirst();
    }
}
