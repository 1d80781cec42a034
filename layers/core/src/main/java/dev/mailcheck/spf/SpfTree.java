package dev.mailcheck.spf;

import dev.mailcheck.dns.Dns;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks at a domain's whole policy without a mail in hand. All that is independent is asked at the
 * same time: a policy three includes deep takes four rounds, however wide it is. At most 40
 * policies are read and at most 162 questions asked; what is beyond is marked so. A question that
 * fails leaves its place "not known" and harms no other.
 */
public final class SpfTree {
    private SpfTree() {}

    /** The policy of this domain with all below it. */
    public static SpfPolicy look(Dns dns, String domain) {
        TreeQuestions questions = new TreeQuestions(dns);
        PolicyDraft root = PolicyDraft.ofSender(domain, questions);
        List<PolicyDraft> round = List.of(root);
        while (!round.isEmpty()) {
            round = next(round);
        }
        return root.done();
    }

    /** Reads the records that were asked for, then asks all that they lead to. */
    private static List<PolicyDraft> next(List<PolicyDraft> round) {
        round.forEach(PolicyDraft::read);
        round.forEach(PolicyDraft::askHosts);
        List<PolicyDraft> below = new ArrayList<>();
        round.forEach(policy -> below.addAll(policy.below()));
        return below;
    }
}
