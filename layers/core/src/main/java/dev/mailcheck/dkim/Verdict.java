package dev.mailcheck.dkim;

import java.util.List;
import java.util.Optional;

/**
 * What came of verifying a signature.
 *
 * @param key that it was verified with; of several, the first that fits its form
 * @param diagnoses what happened to the mail since it was signed
 */
public record Verdict(DkimCause cause, Optional<KeyFacts> key, List<Diagnosis> diagnoses) {
    public Verdict {
        diagnoses = List.copyOf(diagnoses);
    }

    public static Verdict of(DkimCause cause) {
        return new Verdict(cause, Optional.empty(), List.of());
    }

    public boolean passes() {
        return cause.reason().word() == DkimWord.PASS;
    }
}
