package dev.mailcheck.report;

import dev.mailcheck.check.Judgement;

import java.time.Instant;
import java.util.stream.Stream;

/**
 * One kind of break that can be seen coming: something ends on a day that is already known, and
 * then senders stop to deliver or are no longer protected. Each kind is a class of its own, named
 * in {@link Foreseen}.
 */
interface OutlookSource {
    /**
     * A break.
     *
     * @param event its word in the report, stable for ever; its phrase is {@code outlook.EVENT}
     * @param subject the host or zone it happens at
     */
    record Break(String event, String subject, Instant at) {}

    /** All that can be seen, in any order; also those that have passed. */
    Stream<Break> in(Judgement judgement);
}
