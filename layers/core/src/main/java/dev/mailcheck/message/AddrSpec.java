package dev.mailcheck.message;

/**
 * An address while it is read (RFC 5322, sections 3.4.1 and 4.4). Blanks and comments are allowed
 * around its dots and its at sign, and mean nothing.
 */
final class AddrSpec {
    private final StringBuilder text = new StringBuilder();
    private int at = -1;
    private int ats;
    private int colon = -1;
    private int commentAt = -1;
    private boolean blankInside;
    private boolean blank;
    private boolean unquoted;

    void character(char c) {
        if (c == ' ' || c == '\t') {
            blank |= !text.isEmpty();
            return;
        }
        blankInside |= blank && c != '@' && c != '.' && !endsInSign();
        blank = false;
        if (c == '@') {
            at = text.length();
            ats++;
        }
        colon = c == ':' && colon < 0 ? text.length() : colon;
        unquoted |= "()<>,;:\\\"".indexOf(c) >= 0;
        text.append(c);
    }

    void quoted(String content) {
        blankInside |= blank && !endsInSign();
        blank = false;
        text.append(content);
    }

    /** A domain literal, brackets included. */
    void literal(String brackets) {
        blankInside |= blank && !endsInSign();
        blank = false;
        text.append(brackets);
    }

    void comment() {
        commentAt = Math.max(commentAt, text.length());
    }

    boolean beginsWithAt() {
        return !text.isEmpty() && text.charAt(0) == '@' && colon < 0;
    }

    boolean hasDomain() {
        return at > 0;
    }

    /** Whether a comment stands between the characters of the address, not before or after it. */
    boolean hasComment() {
        return commentAt > routeEnd() && commentAt < text.length();
    }

    boolean hasRoute() {
        return routeEnd() > 0;
    }

    /** What is before the last at sign. */
    String localPart() {
        return at < routeEnd() ? text.substring(routeEnd()) : text.substring(routeEnd(), at);
    }

    String domain() {
        return at < routeEnd() ? "" : text.substring(at + 1);
    }

    boolean isWellFormed() {
        boolean oneAt = ats == 1 || (hasRoute() && at > routeEnd());
        return oneAt
                && !localPart().isEmpty()
                && !domain().isEmpty()
                && !blankInside
                && (!unquoted || hasRoute());
    }

    /** Whether it is open where the domain begins and ends. */
    boolean isAmbiguous() {
        return blankInside || (ats > 1 && !hasRoute());
    }

    private int routeEnd() {
        return !text.isEmpty() && text.charAt(0) == '@' ? colon + 1 : 0;
    }

    private boolean endsInSign() {
        char last = text.charAt(text.length() - 1);
        return last == '@' || last == '.';
    }
}
