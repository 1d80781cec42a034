package dev.mailcheck.probe;

import dev.mailcheck.smtp.SmtpLimits;

import java.util.Optional;
import java.util.Set;

/**
 * Talks to every address of every mail host of the domain, side by side within {@link Manners}. It
 * sends no mail, and nothing to an address that the egress guard forbids. What a server or the
 * network does is in the sessions; nothing of it is thrown.
 */
public final class SmtpProbe implements Probe<SmtpObservation> {
    private final SmtpLimits limits;

    public SmtpProbe() {
        this(SmtpLimits.DEFAULT);
    }

    /** With other limits than the usual. */
    public SmtpProbe(SmtpLimits limits) {
        this.limits = limits;
    }

    @Override
    public Class<SmtpObservation> observes() {
        return SmtpObservation.class;
    }

    @Override
    public Set<Class<? extends Observation>> needs() {
        return Set.of(MxObservation.class);
    }

    @Override
    public boolean isOnce() {
        return true;
    }

    @Override
    public SmtpObservation observe(Target target, Observations before, Doors doors) {
        MxObservation mx = before.get(MxObservation.class);
        Optional<String> forbidden = Smtp.forbidden(target.options());
        if (forbidden.isPresent() || mx.hosts().isEmpty()) {
            return SmtpObservation.none(forbidden.orElse("NO_MAIL_HOSTS"));
        }
        return new SmtpRound(target, mx, doors, limits).observe();
    }
}
