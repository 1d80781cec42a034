package dev.mailcheck.probe;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that was seen in one check, one observation of a kind. */
@Json
public record Observations(List<Observation> all) {
    public Observations {
        all = List.copyOf(all);
    }

    public <O extends Observation> Optional<O> find(Class<O> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** The observation of this kind; asking for one that was not declared as needed is a bug. */
    public <O extends Observation> O get(Class<O> kind) {
        return find(kind)
                .orElseThrow(() -> new IllegalStateException("not seen: " + kind.getSimpleName()));
    }

    public boolean has(Set<Class<? extends Observation>> kinds) {
        return kinds.stream().allMatch(kind -> find(kind).isPresent());
    }

    /** What came in place of an observation of this kind. */
    public Optional<ProbeFailure> failure(Class<? extends Observation> kind) {
        return all.stream()
                .filter(ProbeFailure.class::isInstance)
                .map(ProbeFailure.class::cast)
                .filter(failure -> failure.missing().equals(kind.getSimpleName()))
                .findFirst();
    }

    /**
     * Why an observation of this kind is missing: the reason of its probe's failure, else that the
     * mail could not be looked at, else NOT_RUN.
     */
    public String missingBecause(Class<? extends Observation> kind) {
        return failure(kind)
                .map(ProbeFailure::reason)
                .or(() ->
                        find(MailObservation.class)
                                .flatMap(MailObservation::tooComplex)
                                .map(limit -> "MAIL_TOO_COMPLEX"))
                .orElse("NOT_RUN");
    }
}
