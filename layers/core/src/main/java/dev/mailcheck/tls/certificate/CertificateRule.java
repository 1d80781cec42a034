package dev.mailcheck.tls.certificate;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One thing that a certificate has to be. A pure function of the chain. */
public interface CertificateRule {
    /** All rules, in the order of the report. */
    List<CertificateRule> ALL =
            List.of(
                    new HostNameRule(),
                    new TrustRule(),
                    new CompletenessRule(),
                    new SignatureRule(),
                    new ValidityRule(),
                    new KeyStrengthRule(),
                    new SignatureStrengthRule(),
                    new ServerUsageRule(),
                    new AuthorityRule(),
                    new RevocationRule(),
                    new ChainOrderRule(),
                    new ChainSizeRule());

    /** What it says; nothing where it has nothing to say, as a rule that only warns. */
    Optional<Verdict> judge(PresentedChain chain);

    /**
     * What a rule says.
     *
     * @param arguments for the words, by name
     */
    record Verdict(CertificateResult result, Map<String, String> arguments) {
        public Verdict {
            arguments = Map.copyOf(arguments);
        }
    }
}
