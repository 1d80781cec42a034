package dev.mailcheck.functions.localstack;

/** The two ways to deploy, each once for all tests. */
final class Stacks {
    private Stacks() {}

    /** Nobody may use port 25. */
    static LocalStack.Deployed plain(LocalStack localStack) {
        return localStack.stack("plain", "SmtpProbes=None", "OpenAccess=true");
    }

    /** A worker probes mail servers, if there is one. */
    static LocalStack.Deployed withActivity(LocalStack localStack) {
        return localStack.stack(
                "worked",
                "SmtpProbes=Activity",
                "OpenAccess=true",
                "WorkerPatienceSeconds=" + WORKER_PATIENCE);
    }

    /** Long enough for a worker on a busy machine. */
    static final int WORKER_PATIENCE = 90;
}
