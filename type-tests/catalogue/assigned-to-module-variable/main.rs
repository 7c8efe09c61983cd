include!("../prelude.rs");

thread_local! {
    static KEPT: std::cell::RefCell<Option<FileDescriptorReservation<'static>>> = const { std::cell::RefCell::new(None) };
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    KEPT.with_borrow_mut(|kept| *kept = Some(fd)); //~ E0521
    Ok(())
}
