package dev.mailcheck.check;

/**
 * What a sender that insists on TLS does at one address of a mail host today, under one of the
 * rules that a domain can publish. Reasons are keys of the reason words.
 */
public sealed interface StrictDelivery {
    /** It finds all that the rule asks for. */
    record Delivers() implements StrictDelivery {}

    /** The rule is published for trial: it finds a fault, reports it and delivers all the same. */
    record DeliversDespite(String reason) implements StrictDelivery {}

    /** It keeps the mail, and in the end gives it back. */
    record Refuses(String reason) implements StrictDelivery {}

    /** The domain publishes no such rule for this host. */
    record NoRule() implements StrictDelivery {}

    /** What it would find is not known. */
    record NotKnown(String reason) implements StrictDelivery {}
}
