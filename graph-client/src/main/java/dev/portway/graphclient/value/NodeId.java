package dev.portway.graphclient.value;

/** The id of a node in Graph: digits, and therefore safe in a path. */
public sealed interface NodeId
        permits WabaId, PhoneNumberId, BusinessId, AppId, TemplateId, CreditLineId, CreditAllocationId {
    /** The digits. */
    String value();
}
