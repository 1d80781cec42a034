package dev.mailcheck.check;

import java.util.List;

/** What the mail hosts say at port 25, for the check "mx". */
final class MxConnectFindings {
    private MxConnectFindings() {}

    static List<Finding> of(Judgement judgement) {
        return List.of();
    }
}
