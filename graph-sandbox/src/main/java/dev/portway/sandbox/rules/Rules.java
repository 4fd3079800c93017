package dev.portway.sandbox.rules;

import dev.portway.sandbox.rules.access.Access;
import dev.portway.sandbox.rules.message.MediaFiles;
import dev.portway.sandbox.rules.message.Messaging;
import dev.portway.sandbox.rules.moving.Coexistence;
import dev.portway.sandbox.rules.moving.Initiation;
import dev.portway.sandbox.rules.moving.Preverification;
import dev.portway.sandbox.rules.moving.Registration;
import dev.portway.sandbox.rules.moving.SharedNumbers;
import dev.portway.sandbox.rules.notice.Notices;
import dev.portway.sandbox.rules.notice.Outbox;
import dev.portway.sandbox.rules.notice.Subscriptions;
import dev.portway.sandbox.rules.number.AccountIds;
import dev.portway.sandbox.rules.number.Adding;
import dev.portway.sandbox.rules.number.Decisions;
import dev.portway.sandbox.rules.number.Deletion;
import dev.portway.sandbox.rules.number.Health;
import dev.portway.sandbox.rules.number.Numbers;
import dev.portway.sandbox.rules.number.Ownership;
import dev.portway.sandbox.rules.number.TwoStep;
import dev.portway.sandbox.rules.template.Flows;
import dev.portway.sandbox.rules.template.TemplateCopies;
import dev.portway.sandbox.rules.template.TemplateDecisions;
import dev.portway.sandbox.rules.template.Templates;
import dev.portway.sandbox.rules.template.Uploads;
import dev.portway.sandbox.rules.waba.Credit;
import dev.portway.sandbox.rules.waba.CurrencyMigrations;
import dev.portway.sandbox.rules.waba.Intents;
import dev.portway.sandbox.rules.waba.NewWabas;
import dev.portway.sandbox.rules.waba.Partners;
import dev.portway.sandbox.rules.waba.Solutions;
import dev.portway.sandbox.rules.waba.WabaClones;
import dev.portway.sandbox.rules.waba.WabaRequests;

import dev.portway.sandbox.world.World;

/** All rules of one world, each given what it needs. */
public final class Rules {

    public final Access access;
    public final Numbers numbers;
    public final AccountIds accountIds;
    public final Notices notices;
    public final Decisions decisions;
    public final TwoStep twoStep;
    public final Templates templates;
    public final TemplateDecisions templateDecisions;
    public final TemplateCopies copies;
    public final Flows flows;
    public final Solutions solutions;
    public final NewWabas newWabas;
    public final Intents intents;
    public final Initiation initiation;
    public final Adding adding;
    public final Ownership ownership;
    public final Preverification preverification;
    public final Registration registration;
    public final SharedNumbers sharedNumbers;
    public final WabaRequests wabaRequests;
    public final Deletion deletion;
    public final Coexistence coexistence;
    public final Subscriptions subscriptions;
    public final Credit credit;
    public final Partners partners;
    public final CurrencyMigrations currencyMigrations;
    public final Health health;
    public final MediaFiles media;
    public final Uploads uploads;
    public final Messaging messaging;

    public Rules(World world, Outbox outbox) {
        access = new Access(world);
        numbers = new Numbers(world);
        accountIds = new AccountIds(world);
        notices = new Notices(world, outbox);
        decisions = new Decisions(world, notices);
        twoStep = new TwoStep(world, notices, numbers);
        uploads = new Uploads(world);
        templates = new Templates(world, numbers, notices, uploads);
        templateDecisions = new TemplateDecisions(world, notices);
        copies = new TemplateCopies(world, templates, notices);
        flows = new Flows(world);
        solutions = new Solutions(world, notices);
        newWabas = new NewWabas(world);
        WabaClones clones = new WabaClones(world, newWabas, notices);
        intents = new Intents(world, solutions, clones, notices);
        initiation = new Initiation(world, numbers, intents);
        adding = new Adding(world, numbers, decisions);
        ownership = new Ownership(world, numbers, twoStep);
        preverification = new Preverification(world, numbers, ownership, decisions);
        sharedNumbers = new SharedNumbers(world, numbers, clones, notices);
        registration = new Registration(world, numbers, twoStep, new Registration.Aftermath(notices, copies, intents, sharedNumbers));
        coexistence = new Coexistence(world, numbers, newWabas, notices);
        wabaRequests = new WabaRequests(world, adding, newWabas, notices);
        deletion = new Deletion(world, numbers, notices);
        subscriptions = new Subscriptions(notices);
        credit = new Credit(world);
        partners = new Partners(world, notices);
        currencyMigrations = new CurrencyMigrations(world, credit, clones);
        health = new Health(numbers);
        media = new MediaFiles(world, numbers);
        messaging = new Messaging(world, numbers, notices, media);
    }
}
