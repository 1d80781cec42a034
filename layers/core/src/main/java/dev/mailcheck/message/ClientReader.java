package dev.mailcheck.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds address, HELO and reverse name in the clause "from" of a Received field. Two customs exist:
 * the name after "from" is what the client said, and what was looked up stands in the comment
 * (Sendmail, Postfix, Gmail); or it is what was looked up, and the comment tells the HELO where it
 * differs (Exim, qmail, CommuniGate).
 */
final class ClientReader {
    /** What programs write where no name was found. */
    private static final Set<String> NO_NAME =
            Set.of("unknown", "softdnserr", "may", "unverified", "misconfigured", "rdns", "local");

    /** How comments begin that tell about something else. */
    private static final Set<String> ABOUT_MORE =
            Set.of(
                    "using",
                    "client",
                    "no",
                    "tls:",
                    "over",
                    "authenticated",
                    "auth:",
                    "envelope-from",
                    "envelope-sender",
                    "envelope");

    private static final int MAX_WORDS = 32;

    private final List<String> otherComments = new ArrayList<>();
    private final Optional<String> name;
    private Optional<String> ip = Optional.empty();
    private Optional<String> helo = Optional.empty();
    private Optional<String> lookedUp = Optional.empty();
    private boolean verified;
    private boolean bareAddress;

    ClientReader(List<ReceivedToken> clause) {
        name =
                clause.stream()
                        .limit(1)
                        .filter(ReceivedToken::isWord)
                        .map(ReceivedToken::value)
                        .findFirst();
        clause.stream().skip(name.isPresent() ? 1 : 0).forEach(this::take);
    }

    /** The first word of the clause, as written. */
    Optional<String> name() {
        return name;
    }

    /** The comments that tell nothing about who the client is. */
    List<String> otherComments() {
        return otherComments;
    }

    /**
     * @param namesAreVerified the program writes a name it has not verified only as HELO
     * @param nameIsHelo the program writes the HELO first whatever follows
     */
    Client client(boolean namesAreVerified, boolean nameIsHelo) {
        Optional<String> said = helo.or(() -> name.map(HostText::withoutBrackets));
        return new Client(
                ip.or(() -> name.flatMap(WrittenAddress::parse)),
                said.filter(text -> !text.equalsIgnoreCase("unknown") || helo.isPresent()),
                rdns(namesAreVerified, nameIsHelo));
    }

    private Optional<String> rdns(boolean namesAreVerified, boolean nameIsHelo) {
        if (lookedUp.isPresent()) {
            return lookedUp;
        }
        boolean nameIsLookedUp =
                !nameIsHelo && (helo.isPresent() || verified || bareAddress || namesAreVerified);
        return nameIsLookedUp ? name.filter(ClientReader::isHostName) : Optional.empty();
    }

    private void take(ReceivedToken token) {
        if (token.isWord()) {
            ip = ip.or(() -> WrittenAddress.parse(token.value()));
        } else if (!identifies(words(token.text()))) {
            otherComments.add(token.text());
        }
    }

    private boolean identifies(List<String> words) {
        if (words.isEmpty() || isAboutMore(words)) {
            return false;
        }
        boolean told = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String lower = word.toLowerCase(Locale.ROOT);
            if (lower.equals("helo") || lower.equals("ehlo")) {
                if (helo.isEmpty()) {
                    helo = next(words, i).map(HostText::withoutBrackets);
                }
                i++;
                told = true;
            } else if (lower.startsWith("helo=")) {
                helo = helo.or(() -> Optional.of(HostText.withoutBrackets(word.substring(5))));
                told = true;
            } else if (isAddress(word, words.size())) {
                bareAddress |= ip.isEmpty() && word.indexOf('[') < 0;
                ip = ip.or(() -> WrittenAddress.parse(word));
                told = true;
            } else {
                verified |= lower.equals("verified");
            }
        }
        return nameBeside(words, told) || told;
    }

    /** A name that stands first: beside an address it was looked up, alone it is the other name. */
    private boolean nameBeside(List<String> words, boolean told) {
        String first = withoutIdent(words.getFirst());
        boolean besideAddress =
                words.size() > 1 && words.stream().skip(1).anyMatch(WrittenAddress::isBracketed);
        if (besideAddress && isName(first)) {
            lookedUp = lookedUp.or(() -> Optional.of(HostText.withoutFinalDot(first)));
            return true;
        }
        boolean alone = words.size() == 1 && !told && isHostName(first) && helo.isEmpty();
        if (alone) {
            helo = Optional.of(first);
        }
        return alone;
    }

    /** Comments about TLS or a log-in, which may hold names too. */
    private static boolean isAboutMore(List<String> words) {
        String first = words.getFirst().toLowerCase(Locale.ROOT);
        return ABOUT_MORE.contains(first)
                || first.startsWith("version=")
                || first.startsWith("cipher=")
                || (words.size() == 1 && TlsVersion.isNamedBy(first));
    }

    private static boolean isAddress(String word, int words) {
        return word.indexOf('[') >= 0
                ? WrittenAddress.isBracketed(word)
                : (words == 1 || word.regionMatches(true, 0, "ipv6:", 0, 5))
                        && WrittenAddress.parse(word).isPresent();
    }

    private static Optional<String> next(List<String> words, int i) {
        return i + 1 < words.size() ? Optional.of(words.get(i + 1)) : Optional.empty();
    }

    private static String withoutIdent(String word) {
        return word.substring(word.lastIndexOf('@') + 1);
    }

    private static boolean isName(String word) {
        return !word.isEmpty()
                && !NO_NAME.contains(word.toLowerCase(Locale.ROOT))
                && HostText.isHostText(word)
                && WrittenAddress.parse(word).isEmpty();
    }

    private static boolean isHostName(String word) {
        return word.indexOf('.') > 0 && isName(word);
    }

    private static List<String> words(String comment) {
        List<String> words = new ArrayList<>();
        for (ReceivedToken token : ReceivedTokenizer.tokens(comment.replace('"', ' '))) {
            if (token.isWord() && words.size() < MAX_WORDS) {
                words.add(token.value());
            }
        }
        return words;
    }
}
