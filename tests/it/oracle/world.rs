//! Some devices, the mail between them, their backups, and chance.

use super::log::{Device, Field, Log, Op, OpSet, RecordId, Truth, Value};
use fastrand::Rng;
use std::collections::{BTreeMap, BTreeSet};
use steadyhand::crdt::Record;

type Copy = Record<Device, Field, Value>;

const RECORDS: RecordId = 3;
const FIELDS: Field = 3;

/// A copy of some records, each with the operations that its holder knows by the log's account.
type Bundle = BTreeMap<RecordId, (Copy, OpSet)>;

/// One installation: who it writes as, and all it has.
#[derive(Clone, Debug)]
struct Replica {
    device: Device,
    records: Bundle,
    backup: Option<Bundle>,
}

/// How often the things happened that make a history worth living through.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    pub writes: u64,
    pub imports: u64,
    pub stale_imports: u64,
    pub restored_backups: u64,
    pub lost_bundles: u64,
    pub contested_fields: u64,
    pub deleted: u64,
    pub outlived_deletions: u64,
}

impl Tally {
    pub fn add(&mut self, other: Self) {
        self.writes += other.writes;
        self.imports += other.imports;
        self.stale_imports += other.stale_imports;
        self.restored_backups += other.restored_backups;
        self.lost_bundles += other.lost_bundles;
        self.contested_fields += other.contested_fields;
        self.deleted += other.deleted;
        self.outlived_deletions += other.outlived_deletions;
    }

    /// Whether `histories` histories had enough of everything to mean something.
    pub fn is_rich(self, histories: u64) -> bool {
        let rare = [self.restored_backups, self.lost_bundles, self.outlived_deletions];
        let common = [self.imports, self.stale_imports, self.contested_fields];
        self.writes > 10 * histories
            && common.iter().all(|count| *count > histories)
            && rare.iter().chain([&self.deleted]).all(|count| *count > histories / 10)
    }
}

/// One history in the making. The same seed makes the same history.
pub struct World {
    rng: Rng,
    log: Log,
    replicas: Vec<Replica>,
    next_device: Device,
    next_value: Value,
    mail: Vec<Bundle>,
    tally: Tally,
}

/// What went wrong, in words.
type Fault = String;

impl World {
    pub fn new(seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed);
        let devices = rng.u8(3..=5);
        let replica = |device| Replica { device, records: Bundle::new(), backup: None };
        Self {
            rng,
            log: Log::default(),
            replicas: (0..devices).map(replica).collect(),
            next_device: devices,
            next_value: 0,
            mail: Vec::new(),
            tally: Tally::default(),
        }
    }

    pub fn tally(&self) -> Tally {
        self.tally
    }

    /// Lives through one history, checking after every step what the step touched, then lets
    /// everybody exchange everything and checks that they agree.
    pub fn run(&mut self) -> Result<(), Fault> {
        for _ in 0..self.rng.usize(20..100) {
            let at = self.rng.usize(..self.replicas.len());
            match self.rng.u8(..100) {
                0..45 => self.write(at)?,
                45..65 => self.export(at),
                65..90 => self.import(at)?,
                90..93 => self.lose_mail(),
                93..97 => self.replicas[at].backup = Some(self.replicas[at].records.clone()),
                _ => self.restore_backup(at)?,
            }
        }
        self.exchange_everything()?;
        self.check_agreement()
    }

    fn write(&mut self, at: usize) -> Result<(), Fault> {
        if self.log.len() == OpSet::CAPACITY {
            return Ok(());
        }
        let id = self.rng.u8(..RECORDS);
        let replica = &mut self.replicas[at];
        let (copy, known) = replica.records.entry(id).or_default();
        let mut fields = BTreeMap::new();
        let (mut restores, mut deletes) = (false, false);
        let mut writer = copy.write(replica.device);
        match self.rng.u8(..10) {
            0 => {
                let field = self.rng.u8(..FIELDS);
                fields.insert(field, BTreeSet::new());
                writer.clear(&field);
            }
            1 | 2 => {
                // What is written again is what stands by the log, not what the copy says.
                for (field, standing) in self.log.truth(id, *known).standing {
                    fields.insert(field, standing.into_iter().map(|(_, _, v)| v).collect());
                }
                restores = true;
                writer.restore();
            }
            choice => {
                deletes = choice <= 4;
                // Now and then somebody changes a field and deletes the record in one go.
                let edits = if deletes && self.rng.u8(..4) > 0 { 0 } else { self.rng.u8(1..=3) };
                for _ in 0..edits {
                    let field = self.rng.u8(..FIELDS);
                    self.next_value += 1;
                    fields.insert(field, [self.next_value].into());
                    writer.set(field, self.next_value);
                }
                if deletes {
                    writer.delete();
                }
            }
        }
        let (device, counter) = (writer.dot().device, writer.dot().counter);
        if self.log.has_used(id, device, counter) {
            return Err(format!("record {id}: write {counter} of device {device} made twice"));
        }
        let seen = *known;
        let op = Op { device, counter, record: id, fields, restores, deletes, seen };
        known.insert(self.log.push(op));
        self.tally.writes += 1;
        self.check(at, id)
    }

    /// Puts everything, or some of the records, into the mail.
    fn export(&mut self, at: usize) {
        let mut bundle = self.replicas[at].records.clone();
        if self.rng.bool() {
            bundle.retain(|_, _| self.rng.bool());
        }
        self.mail.push(bundle);
    }

    /// Takes over any bundle ever mailed and not lost: late, twice, out of order, even one's own.
    fn import(&mut self, at: usize) -> Result<(), Fault> {
        if self.mail.is_empty() {
            return Ok(());
        }
        let bundle = self.mail[self.rng.usize(..self.mail.len())].clone();
        self.tally.imports += 1;
        self.take_over(at, bundle)
    }

    fn take_over(&mut self, at: usize, bundle: Bundle) -> Result<(), Fault> {
        for (id, (copy, ops)) in bundle {
            let (mine, known) = self.replicas[at].records.entry(id).or_default();
            let stale = known.union(ops) == *known;
            if mine.includes(&copy) != stale {
                return Err(format!("record {id}: includes() should say {stale}"));
            }
            if stale {
                let before = mine.clone();
                mine.merge(copy);
                if *mine != before {
                    return Err(format!("record {id}: known news changed something"));
                }
                self.tally.stale_imports += 1;
                continue;
            }
            mine.merge(copy);
            *known = known.union(ops);
            self.check(at, id)?;
        }
        Ok(())
    }

    fn lose_mail(&mut self) {
        if !self.mail.is_empty() {
            self.mail.swap_remove(self.rng.usize(..self.mail.len()));
            self.tally.lost_bundles += 1;
        }
    }

    /// Goes back to any device's last backup and continues from it as a new device. What was
    /// written since and never mailed is gone, as it is for the owner of a drowned phone.
    fn restore_backup(&mut self, at: usize) -> Result<(), Fault> {
        let from = self.rng.usize(..self.replicas.len());
        let Some(backup) = self.replicas[from].backup.clone() else { return Ok(()) };
        let replica = &mut self.replicas[at];
        replica.records = backup;
        replica.device = self.next_device;
        self.next_device += 1;
        self.tally.restored_backups += 1;
        (0..RECORDS).try_for_each(|id| self.check(at, id))
    }

    /// Everybody sends everything to everybody, in any order, some of it more than once.
    fn exchange_everything(&mut self) -> Result<(), Fault> {
        for _ in 0..2 {
            let mut order: Vec<(usize, usize)> = (0..self.replicas.len())
                .flat_map(|to| (0..self.replicas.len()).map(move |from| (to, from)))
                .collect();
            self.rng.shuffle(&mut order);
            for (to, from) in order {
                let bundle = self.replicas[from].records.clone();
                self.take_over(to, bundle)?;
            }
        }
        Ok(())
    }

    fn check_agreement(&mut self) -> Result<(), Fault> {
        let mut all_known: BTreeMap<RecordId, OpSet> = BTreeMap::new();
        for (id, (_, known)) in self.replicas.iter().flat_map(|replica| &replica.records) {
            let all = all_known.entry(*id).or_default();
            *all = all.union(*known);
        }
        let first = &self.replicas[0].records;
        for replica in &self.replicas {
            if replica.records != *first {
                let (a, b) = (self.replicas[0].device, replica.device);
                return Err(format!("devices {a} and {b} differ after exchanging everything"));
            }
        }
        for (id, known) in all_known {
            if first.get(&id).map(|(_, ops)| *ops) != Some(known) {
                return Err(format!("record {id}: not everything known reached everybody"));
            }
            self.check(0, id)?;
            let truth = self.log.truth(id, known);
            let contested = truth.standing.values().filter(|values| values.len() > 1).count();
            self.tally.contested_fields += contested as u64;
            self.tally.deleted += u64::from(truth.deleted);
            self.tally.outlived_deletions += u64::from(truth.outlived);
        }
        Ok(())
    }

    /// Compares one record of one device with what the log says it must be.
    fn check(&self, at: usize, id: RecordId) -> Result<(), Fault> {
        let replica = &self.replicas[at];
        let Some((copy, known)) = replica.records.get(&id) else { return Ok(()) };
        let expected = self.log.truth(id, *known);
        let mut found = Truth {
            deleted: copy.is_deleted(),
            outlived: copy.outlived_deletion(),
            ..Truth::default()
        };
        for (field, register) in copy.fields() {
            let entries = register.entries().iter();
            let values = entries.map(|e| (e.dot.device, e.dot.counter, e.value)).collect();
            found.standing.insert(*field, values);
        }
        if found == expected {
            return Ok(());
        }
        let device = replica.device;
        Err(format!(
            "record {id} on device {device}:\n  the log says {expected:?}\n  the copy says {found:?}"
        ))
    }
}
