package dev.mailcheck.world.dns;

import java.util.ArrayList;
import java.util.List;

/**
 * A fault and the questions it concerns.
 *
 * @param match which questions
 * @param fault what happens to their answers
 */
public record DnsRule(QuestionMatch match, DnsFault fault) {
    static List<DnsRule> add(List<DnsRule> rules, QuestionMatch match, DnsFault fault) {
        List<DnsRule> more = new ArrayList<>(rules);
        more.add(new DnsRule(match, fault));
        return more;
    }
}
