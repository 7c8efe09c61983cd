include!("../prelude.rs");

trait Slot {
    fn drop(&self);
}
impl<F: Fn()> Slot for F {
    fn drop(&self) {
        self()
    }
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let slot: &dyn Slot = &|| { //~ E0525
        put_unused_fd(fd);
    };
    slot.drop();
    slot.drop();
    Ok(())
}
