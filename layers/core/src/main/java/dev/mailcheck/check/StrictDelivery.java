package dev.mailcheck.check;

/**
 * What a sender that insists on TLS does at one address of a mail host today, under one of the
 * rules that a domain can publish. Reasons are keys of the reason words.
 */
public sealed interface StrictDelivery {
    /** It finds what the rule asks for. */
    record Delivers(String reason) implements StrictDelivery {}

    /** The rule is published for trial: it finds a fault, reports it and delivers all the same. */
    record DeliversDespite(String reason) implements StrictDelivery {}

    /** It keeps the mail, and in the end gives it back. */
    record Refuses(String reason) implements StrictDelivery {}

    /** The domain publishes no such rule for this host. */
    record NoRule(String reason) implements StrictDelivery {}

    /** What it would find is not known. */
    record NotKnown(String reason) implements StrictDelivery {}

    String reason();

    /** The same of a sender that enforces DANE. */
    static StrictDelivery of(DaneVerdict verdict) {
        return switch (verdict.outcome()) {
            case DELIVERS -> new Delivers(verdict.why());
            case REFUSES -> new Refuses(verdict.why());
            case NONE -> new NoRule(verdict.why());
            case NOT_KNOWN -> new NotKnown(verdict.why());
        };
    }
}
