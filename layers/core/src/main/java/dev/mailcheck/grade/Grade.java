package dev.mailcheck.grade;

/** The five grades, in the order in which the first that hits counts (contract, section 3). */
public enum Grade {
    DANGEROUS(3, "危険"),
    MAIL_SYSTEM_NEEDS_WORK(2, "メールシステム要改善"),
    UNDETERMINED(4, "判定不能"),
    DNS_NEEDS_WORK(1, "DNS等要改善"),
    SECURE(0, "安全");

    private final int exitCode;
    private final String japanese;

    Grade(int exitCode, String japanese) {
        this.exitCode = exitCode;
        this.japanese = japanese;
    }

    public int exitCode() {
        return exitCode;
    }

    public String japanese() {
        return japanese;
    }
}
