package dev.mailcheck.https;

import java.util.Optional;

/** What reading a page came to: a reply, trouble, or a reply and then trouble. */
record Page(Optional<PageReply> reply, Optional<PageTrouble> trouble) {
    static Page of(PageReply reply) {
        return new Page(Optional.of(reply), Optional.empty());
    }

    static Page troubled(PageTrouble trouble) {
        return new Page(Optional.empty(), Optional.of(trouble));
    }

    /** The same with another reason, for what only the owner of the connection knows. */
    Page troubledBy(PageTrouble reason) {
        return new Page(reply, Optional.of(reason));
    }
}
