package dev.mailcheck.probe;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.smtp.SmtpLimits;
import dev.mailcheck.tls.TlsHandshake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** All visits of one check to the domain's mail hosts: a tour for each address, side by side. */
final class SmtpRound {
    private final Target target;
    private final MxObservation mx;
    private final Doors doors;
    private final Deadline deadline;
    private final List<Stop> stops;
    private final Manners manners;
    private final SmtpVisit visit;
    private final RelayRound relay;

    SmtpRound(Target target, MxObservation mx, Doors doors, SmtpLimits limits) {
        this.target = target;
        this.mx = mx;
        this.doors = doors;
        this.deadline = Smtp.deadline(doors);
        this.stops = mx.hosts().stream().flatMap(host -> stops(host).stream()).toList();
        this.manners =
                new Manners(deadline, doors.port25(), stops.stream().map(Stop::server).toList());
        this.visit = new SmtpVisit(doors, deadline, limits);
        this.relay = new RelayRound(target, doors, deadline);
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

    /** What was seen, in the order of the plan. */
    SmtpObservation observe() {
        doors.executor().execute(TlsHandshake::warmUp);
        List<SmtpTour> tours = byAddress().values().stream().map(this::tour).toList();
        List<Callable<TourLog.Seen>> runs = new ArrayList<>();
        tours.forEach(tour -> runs.add(tour::run));
        List<TourLog.Seen> seen =
                SideBySide.run(runs, doors.executor(), deadline, i -> tours.get(i).seen());
        return new SmtpObservation(
                Optional.empty(),
                all(seen, TourLog.Seen::sessions).stream()
                        .sorted(Comparator.comparingInt(this::place))
                        .toList(),
                all(seen, TourLog.Seen::further),
                all(seen, TourLog.Seen::skipped),
                relay.plan());
    }

    private Map<String, List<Stop>> byAddress() {
        Map<String, List<Stop>> places = new LinkedHashMap<>();
        for (Stop stop : stops) {
            places.computeIfAbsent(stop.server().address(), none -> new ArrayList<>()).add(stop);
        }
        return places;
    }

    private SmtpTour tour(List<Stop> place) {
        MailServer server = place.getFirst().server();
        return new SmtpTour(
                place,
                this::sender,
                new SmtpErrands(target.options().ehlo(), server).all(),
                lastErrand(server),
                manners.quota(server.address()),
                this::visited,
                deadline,
                doors.executor());
    }

    private Optional<SmtpTour.LastErrand> lastErrand(MailServer server) {
        return target.options().asksToRelay()
                ? Optional.of(sessions -> relay.errand(introduction(server), server, sessions))
                : Optional.empty();
    }

    private SmtpScript sender(Stop stop) {
        return new SenderScript(
                introduction(stop.server()),
                stop.mailboxes(),
                () -> relay.begin(stop.server()),
                doors.trust());
    }

    private Introduction introduction(MailServer server) {
        return new Introduction(target.options().ehlo(), server.serverName());
    }

    private SmtpSession visited(
            MailServer server, SmtpScript script, Consumer<SmtpSession> halfway) {
        Supplier<SmtpSession> session = () -> held(server, script, halfway);
        return script.likeness()
                .map(alike -> doors.port25().once(List.of(server, alike), deadline, session))
                .orElseGet(session);
    }

    private SmtpSession held(MailServer server, SmtpScript script, Consumer<SmtpSession> halfway) {
        return manners.inTurn(server, () -> visit.to(server, script, halfway))
                .orElseGet(() -> SmtpSession.notBegun(server.host(), server.address()));
    }

    private static <T> List<T> all(List<TourLog.Seen> seen, Function<TourLog.Seen, List<T>> part) {
        return seen.stream().map(part).flatMap(List::stream).toList();
    }

    private int place(SmtpSession session) {
        List<MailServer> servers = stops.stream().map(Stop::server).toList();
        return servers.indexOf(
                new MailServer(session.host(), session.address(), target.options().smtpPort()));
    }
}
