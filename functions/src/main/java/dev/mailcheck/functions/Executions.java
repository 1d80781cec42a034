package dev.mailcheck.functions;

import dev.mailcheck.json.JsonText;

import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;

/** The executions of a state machine: one of each name. */
record Executions(SfnClient client, String stateMachine) {

    /** Starts one; to start it twice is to start it once, and false says that it was before. */
    <T> boolean start(String name, Class<T> kind, T input) {
        String json = JsonText.of(JsonWire.jsonb().type(kind), input);
        try {
            client.startExecution(r -> r.stateMachineArn(stateMachine).name(name).input(json));
            return true;
        } catch (ExecutionAlreadyExistsException startedBefore) {
            return false;
        }
    }
}
