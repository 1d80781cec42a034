package dev.mailcheck.spf;

/** The macros' values for one mail and the domain whose record is being evaluated. */
record MailMacros(Evaluation evaluation, String domain) implements MacroValues {
    @Override
    public String value(char letter) {
        Identity identity = evaluation.identity();
        IpAddress client = evaluation.query().clientIp();
        return switch (letter) {
            case 's' -> identity.sender();
            case 'l' -> identity.localPart();
            case 'o' -> identity.domain();
            case 'd' -> domain;
            case 'i' -> client.dotted();
            case 'p' -> evaluation.clientName(domain);
            case 'v' -> client.v6() ? "ip6" : "in-addr";
            case 'h' -> evaluation.helo();
            case 'c' -> client.toString();
            case 'r' -> evaluation.receiver();
            case 't' -> String.valueOf(evaluation.now().getEpochSecond());
            default -> "";
        };
    }
}
