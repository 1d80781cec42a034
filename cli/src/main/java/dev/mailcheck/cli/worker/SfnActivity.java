package dev.mailcheck.cli.worker;

import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.GetActivityTaskResponse;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

import java.time.Duration;
import java.util.Optional;

/** An activity of AWS Step Functions, with the credentials that the SDK finds on this host. */
public final class SfnActivity implements Activity, AutoCloseable {
    /** Step Functions holds a question for work open for a minute. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(75);

    private final SfnClient client;
    private final String arn;

    private SfnActivity(SfnClient client, String arn) {
        this.client = client;
        this.arn = arn;
    }

    /** The region stands in the activity's name. */
    public static SfnActivity of(String arn) {
        SfnClient client =
                SfnClient.builder()
                        .region(Region.of(arn.split(":", 5)[3]))
                        .credentialsProvider(DefaultCredentialsProvider.builder().build())
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder().socketTimeout(LONGEST_WAIT))
                        .build();
        return new SfnActivity(client, arn);
    }

    @Override
    public Optional<Task> take() {
        GetActivityTaskResponse response =
                client.getActivityTask(r -> r.activityArn(arn).workerName("mailcheck"));
        return Optional.ofNullable(response.taskToken())
                .filter(token -> !token.isEmpty())
                .map(token -> new Task(token, response.input()));
    }

    @Override
    public boolean beat(Task task) {
        return told(() -> client.sendTaskHeartbeat(r -> r.taskToken(task.token())));
    }

    @Override
    public void done(Task task, String output) {
        told(() -> client.sendTaskSuccess(r -> r.taskToken(task.token()).output(output)));
    }

    @Override
    public void failed(Task task, String reason) {
        told(() -> client.sendTaskFailure(r -> r.taskToken(task.token()).error(reason)));
    }

    /** Whether the task was still wanted. */
    private static boolean told(Runnable call) {
        try {
            call.run();
            return true;
        } catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException over) {
            return false;
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
