package dev.portway.graphclient.value;

/** The id of a node in Graph: digits, of a currency migration letters too, and therefore safe in a path. */
public sealed interface NodeId
        permits WabaId, PhoneNumberId, BusinessId, AppId, TemplateId, CreditLineId, CreditAllocationId, SolutionId, SolutionIntentId,
        CurrencyMigrationId, FlowId, UserId {
    /** As it stands in a path. */
    String value();
}
