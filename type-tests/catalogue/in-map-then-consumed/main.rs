include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let mut slots: std::collections::BTreeMap<&str, FileDescriptorReservation<'_>> = std::collections::BTreeMap::new();
    slots.insert("a", fd);
    put_unused_fd(fd); //~ E0382
    for (_, each) in slots {
        put_unused_fd(each);
    }
    Ok(())
}
