package dev.mailcheck.check;

import dev.mailcheck.dns.DnsName;
import dev.mailcheck.net.IpLiteral;
import dev.mailcheck.probe.EgressObservation;
import dev.mailcheck.probe.Observations;
import dev.mailcheck.probe.SmtpObservation;
import dev.mailcheck.probe.SmtpSession;
import dev.mailcheck.smtp.Greeting;
import dev.mailcheck.smtp.SmtpReply;
import dev.mailcheck.smtp.SmtpStep;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * From where the check looks at port 25, and so whose fault a failure is: a refusal, a time-out or
 * a missing STARTTLS is the target's only where a control host, or another target, shows that the
 * way there is open (contract, section 2, "vantage first").
 */
public final class Vantage {
    private static final String CLOSED_HERE = "PORT_25_CLOSED_HERE";

    private final boolean ipv6;
    private final boolean named;
    private final boolean closed;
    private final List<SmtpSession> controls;
    private final List<SmtpSession> targets;

    private Vantage(
            boolean ipv6,
            boolean named,
            boolean closed,
            List<SmtpSession> controls,
            List<SmtpSession> targets) {
        this.closed = closed;
        this.ipv6 = ipv6;
        this.named = named;
        this.controls = controls;
        this.targets = targets;
    }

    /** What can be said from these; without an egress observation nothing but what targets show. */
    public static Vantage of(Observations seen) {
        Optional<EgressObservation> egress = seen.find(EgressObservation.class);
        return new Vantage(
                egress.map(EgressObservation::ipv6).orElse(false),
                egress.map(EgressObservation::named).orElse(false),
                seen.missingBecause(EgressObservation.class).equals(CLOSED_HERE),
                egress.map(EgressObservation::controls).orElse(List.of()),
                seen.find(SmtpObservation.class).map(SmtpObservation::sessions).orElse(List.of()));
    }

    /** What becomes of connections to port 25 from here. */
    public enum Port25 {
        OPEN("open"),
        CLOSED("closed"),
        INTERCEPTED("intercepted"),
        UNKNOWN("unknown");

        private final String word;

        Port25(String word) {
            this.word = word;
        }

        /** As the report's {@code vantage.port25} has it. */
        public String word() {
            return word;
        }
    }

    public Port25 port25() {
        if (intercepted()) {
            return Port25.INTERCEPTED;
        }
        if (sessions().anyMatch(Vantage::spoke)) {
            return Port25.OPEN;
        }
        return controls.isEmpty() && !closed ? Port25.UNKNOWN : Port25.CLOSED;
    }

    /** Why nothing that is seen at port 25 counts, if so. */
    public Optional<String> obstacle() {
        return intercepted() ? Optional.of("SMTP_INTERCEPTED_HERE") : Optional.empty();
    }

    /** Why this server cannot be blamed that it was not reached; empty where it can. */
    public Optional<String> excuseForSilence(SmtpSession session) {
        if (session.isIpv6() && !ipv6) {
            return Optional.of("NO_IPV6_HERE");
        }
        boolean open = othersThan(session).filter(sameFamily(session)).anyMatch(Vantage::spoke);
        return open ? Optional.empty() : excuse(controls.stream().filter(sameFamily(session)));
    }

    /** Where no control of the family was tried, one of the other tells as much as can be told. */
    private Optional<String> excuse(Stream<SmtpSession> sameFamily) {
        if (controls.isEmpty()) {
            return Optional.of("NO_CONTROL");
        }
        boolean triedInVain =
                sameFamily.findAny().isPresent() || controls.stream().noneMatch(Vantage::spoke);
        return triedInVain ? Optional.of(CLOSED_HERE) : Optional.empty();
    }

    /** Why this server cannot be blamed for not offering STARTTLS; empty where it can. */
    public Optional<String> excuseForNoStartTls(SmtpSession session) {
        if (othersThan(session).anyMatch(Vantage::offersStartTls)) {
            return Optional.empty();
        }
        return Optional.of(controls.isEmpty() ? "NO_CONTROL" : "CONTROL_SILENT");
    }

    private Stream<SmtpSession> sessions() {
        return Stream.concat(controls.stream(), targets.stream());
    }

    private Stream<SmtpSession> othersThan(SmtpSession session) {
        return Stream.concat(
                controls.stream(),
                targets.stream().filter(other -> !other.address().equals(session.address())));
    }

    private static Predicate<SmtpSession> sameFamily(SmtpSession session) {
        return other -> other.isIpv6() == session.isIpv6();
    }

    /** It greeted in SMTP, in whatever way. */
    private static boolean spoke(SmtpSession session) {
        return session.greeting()
                .filter(how ->
                        switch (how) {
                            case READY, CLOSING, TEMPORARY, NO_MAIL_HERE, REJECTED, PERMANENT ->
                                    true;
                            case SILENT, CLOSED, GARBAGE -> false;
                        })
                .isPresent();
    }

    private static boolean offersStartTls(SmtpSession session) {
        return session.features().offers("STARTTLS");
    }

    private boolean intercepted() {
        List<SmtpSession> welcoming = controls.stream().filter(SmtpSession::welcomed).toList();
        boolean stripped =
                !welcoming.isEmpty() && welcoming.stream().noneMatch(Vantage::offersStartTls);
        return stripped || (named && controls.stream().anyMatch(Vantage::hasForeignBanner));
    }

    /** The banner's name and the control's are not of one owner. */
    private static boolean hasForeignBanner(SmtpSession control) {
        return IpLiteral.parse(control.host()).isEmpty()
                && control.greeting().filter(how -> how == Greeting.READY).isPresent()
                && control.reply(SmtpStep.BANNER)
                        .flatMap(Vantage::hostIn)
                        .filter(name -> !sameOwner(name, DnsName.of(control.host())))
                        .isPresent();
    }

    static Optional<DnsName> hostIn(SmtpReply banner) {
        String first = banner.lines().getFirst().strip().split(" ", 2)[0];
        return DnsName.parse(first).filter(name -> name.labels() > 1);
    }

    private static boolean sameOwner(DnsName one, DnsName other) {
        return one.rightmost(2).equals(other.rightmost(2));
    }
}
