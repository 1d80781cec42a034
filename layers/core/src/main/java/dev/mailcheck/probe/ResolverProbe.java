package dev.mailcheck.probe;

/** Finds out what kind of resolver answers us, before anyone is blamed for its answers. */
public final class ResolverProbe implements Probe<ResolverObservation> {
    @Override
    public Class<ResolverObservation> observes() {
        return ResolverObservation.class;
    }

    @Override
    public ResolverObservation observe(Target target, Observations before, Doors doors) {
        return new ResolverObservation(doors.dns().resolverKind(target.domain().dnsName()).get());
    }
}
