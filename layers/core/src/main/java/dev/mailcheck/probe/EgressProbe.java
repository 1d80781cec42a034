package dev.mailcheck.probe;

import dev.mailcheck.smtp.SmtpLimits;

import java.util.List;
import java.util.Optional;

/**
 * Asks a host that is known to take mail for its greeting and its extensions, and says QUIT: only
 * by this can a closed port here be told from a dead server there.
 */
public final class EgressProbe implements Probe<EgressObservation> {
    private final SmtpLimits limits;

    public EgressProbe() {
        this(SmtpLimits.DEFAULT);
    }

    /** With other limits than the usual. */
    public EgressProbe(SmtpLimits limits) {
        this.limits = limits;
    }

    @Override
    public Class<EgressObservation> observes() {
        return EgressObservation.class;
    }

    @Override
    public boolean isOnce() {
        return true;
    }

    @Override
    public EgressObservation observe(Target target, Observations before, Doors doors) {
        CheckOptions options = target.options();
        List<ControlHost> hosts = hosts(options);
        Optional<String> notProbed =
                Smtp.forbidden(options)
                        .or(() -> hosts.isEmpty() ? Optional.of("NO_CONTROL") : Optional.empty());
        return new EgressObservation(
                notProbed,
                options.egressControl().isPresent(),
                notProbed.isPresent()
                        ? List.of()
                        : doors.port25()
                                .control(
                                        hosts,
                                        Smtp.deadline(doors),
                                        () -> visited(hosts, options, doors)),
                options.network() && doors.network().hasIpv6(),
                options.ehlo());
    }

    private List<SmtpSession> visited(List<ControlHost> hosts, CheckOptions options, Doors doors) {
        return new ControlRound(options.ehlo(), doors, limits).sessions(hosts);
    }

    private static List<ControlHost> hosts(CheckOptions options) {
        String named = options.egressControl().orElse("");
        if (named.equals("none")) {
            return List.of();
        }
        return named.isEmpty()
                ? ControlHost.builtIn()
                : ControlHost.parse(named, options.smtpPort()).stream().toList();
    }
}
