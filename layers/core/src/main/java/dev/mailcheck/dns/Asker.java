package dev.mailcheck.dns;

import java.util.concurrent.CompletableFuture;

/** Asks the resolver; the same question again is answered by the same reply. */
@FunctionalInterface
interface Asker {
    CompletableFuture<Reply> ask(Question question);

    /** Asks for what will be needed soon. */
    default void prefetch(Question question) {
        CompletableFuture<Reply> _ = ask(question);
    }
}
