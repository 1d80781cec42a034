package dev.mailcheck.dns;

import org.xbill.DNS.Message;

import java.util.concurrent.CompletableFuture;

/** Whether an answer that is bogus here is bogus for everyone. */
@FunctionalInterface
interface Confirmation {
    /** Takes the finding as it is. */
    Confirmation NONE = (question, message, bogus) -> CompletableFuture.completedFuture(bogus);

    /** What may be said in place of it. */
    CompletableFuture<Security> of(Question question, Message message, Security bogus);
}
