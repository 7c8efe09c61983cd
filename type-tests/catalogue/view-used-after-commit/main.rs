include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let a = filp_open("a")?;
    let seen = view(&fd);
    fd.fd_install(a); //~ E0505
    Ok(seen.reserved_fd())
}
