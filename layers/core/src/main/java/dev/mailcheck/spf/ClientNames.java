package dev.mailcheck.spf;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.spf.Questions.Question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The validated names of the client: those its PTR records give that lead back to it (RFC 7208,
 * section 5.5). Of more than ten names the first ten are looked at; a question that fails makes no
 * name valid, and none an error.
 */
final class ClientNames {
    private final IpAddress client;
    private final Questions questions;
    private Optional<List<String>> validated = Optional.empty();

    ClientNames(IpAddress client, Questions questions) {
        this.client = client;
        this.questions = questions;
    }

    /** The names, asked for once in an evaluation. */
    List<String> validated() {
        List<String> names = validated.orElseGet(this::validate);
        validated = Optional.of(names);
        return names;
    }

    /** The name to show for {@code %{p}}: within the domain if there is one, else any. */
    String shown(String domain) {
        return validated().stream()
                .filter(name -> name.equalsIgnoreCase(domain))
                .findFirst()
                .or(() -> validated().stream().filter(name -> isWithin(name, domain)).findFirst())
                .or(() -> validated().stream().findFirst())
                .orElse("unknown");
    }

    /** Whether a name is this domain or below it. */
    static boolean isWithin(String name, String domain) {
        int start = name.length() - domain.length();
        return start == 0
                ? name.equalsIgnoreCase(domain)
                : start > 0
                        && name.charAt(start - 1) == '.'
                        && name.regionMatches(true, start, domain, 0, domain.length());
    }

    private List<String> validate() {
        DnsAnswer ptr = questions.get(client.reverseName(), RecordType.PTR);
        List<String> names = ptr.data().stream().limit(Questions.MOST_HOSTS).toList();
        List<Question> asked =
                names.stream().map(name -> questions.start(name, Addresses.type(client))).toList();
        List<String> valid = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (Addresses.of(asked.get(i).answer()).contains(client)) {
                valid.add(names.get(i));
            }
        }
        return valid;
    }
}
